package dev.sentryai.cli.input;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.envelope.ContentEncoding;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file with one envelope, plain or compressed. */
public final class InputFile {

    /** Opens what is to be read. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** Judging an envelope takes several times its size. */
    private static final int MEMORY_FACTOR = 8;

    /** What Sentry takes, as far as the memory suffices. */
    private static final Limits LIMITS = new Limits(Limits.RELAY.headerBytes(), Limits.RELAY.itemBytes(), (int)
            Math.min(Limits.RELAY.envelopeBytes(), Runtime.getRuntime().maxMemory() / MEMORY_FACTOR));

    private final String name;
    private final Path relative;
    private final Source source;

    InputFile(String name, Path relative, Source source) {
        this.name = name;
        this.relative = relative;
        this.source = source;
    }

    /**
     * A file that is there, or should be.
     *
     * @param path also its name
     * @return the file
     */
    public static InputFile of(Path path) {
        return new InputFile(path.toString(), path.getFileName(), () -> Files.newInputStream(path));
    }

    /** The name as the user would give it: relative where the argument was relative, {@code -} for standard input. */
    public String name() {
        return name;
    }

    /**
     * Where the file stands below what the user named: the directory, the fixed part of the pattern, or the file's own directory.
     *
     * @return a relative path
     */
    public Path relative() {
        return relative;
    }

    /**
     * Reads the file.
     *
     * @return its envelope under the file's {@link #name()}
     * @throws dev.sentryai.telemetry.envelope.MalformedEnvelopeException when it holds no envelope
     * @throws UncheckedIOException when it can't be read
     */
    public CapturedEnvelope read() {
        try (BufferedInputStream in = new BufferedInputStream(source.open())) {
            return new CapturedEnvelope(
                    name, EnvelopeReader.read(encoding(in).decode(in, LIMITS.envelopeBytes()), LIMITS));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + ": " + e, e);
        }
    }

    /** Told by the first bytes: an envelope begins with a brace, which no compressed file does. */
    private static ContentEncoding encoding(BufferedInputStream in) throws IOException {
        in.mark(4);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 0x1f && second == 0x8b) {
            return ContentEncoding.GZIP;
        }
        return first == 0x28 && second == 0xb5 ? ContentEncoding.ZSTD : ContentEncoding.IDENTITY;
    }

    @Override
    public String toString() {
        return name;
    }
}
