package dev.sentryai.cli.fix;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.input.Parts;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import dev.sentryai.telemetry.repair.Repaired;
import dev.sentryai.telemetry.repair.Repairer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes corrected copies part by part. Used once. */
final class CopyWriter {

    private final Path directory;
    private final Repairer repairer;
    private final Consumer<String> report;
    private final List<InputFile> results = new ArrayList<>();
    private int corrected;
    private int fixes;
    private int copied;

    CopyWriter(Path directory, Repairer repairer, Consumer<String> report) {
        this.directory = directory;
        this.repairer = repairer;
        this.report = report;
    }

    /** A file and its envelope; null if it has none. */
    private record Read(InputFile file, @Nullable CapturedEnvelope captured) {}

    List<InputFile> write(List<InputFile> files) {
        Parts<Read> parts = new Parts<>(this::writePart);
        for (InputFile file : files) {
            CapturedEnvelope captured = read(file);
            int bytes = captured == null ? 0 : captured.envelope().length();
            Telemetry telemetry = captured == null ? Telemetry.EMPTY : Telemetry.of(List.of(captured));
            parts.add(new Read(file, captured), bytes, telemetry);
        }
        parts.end();
        report.accept("fixed " + fixes + (fixes == 1 ? " finding in " : " findings in ") + corrected + " of " + copied
                + " files; the copies are in " + directory);
        return List.copyOf(results);
    }

    /** Null if it can't be read; whoever validates it says why. */
    private static @Nullable CapturedEnvelope read(InputFile file) {
        try {
            return file.read();
        } catch (MalformedEnvelopeException | UncheckedIOException e) {
            return null;
        }
    }

    private void writePart(List<Read> part) {
        List<CapturedEnvelope> envelopes = new ArrayList<>();
        for (Read read : part) {
            if (read.captured() != null) {
                envelopes.add(read.captured());
            }
        }
        Iterator<Repaired> repaired = repairer.repair(envelopes).iterator();
        for (Read read : part) {
            results.add(read.captured() == null ? read.file() : write(repaired.next(), read.file()));
        }
    }

    private InputFile write(Repaired repaired, InputFile file) {
        Path target = directory.resolve(file.relative());
        try {
            if (target.toAbsolutePath().getParent() != null) {
                Files.createDirectories(target.toAbsolutePath().getParent());
            }
            Files.write(target, EnvelopeWriter.toBytes(repaired.captured().envelope()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target + ": " + e, e);
        }
        if (repaired.count() > 0) {
            report.accept(describe(target, repaired));
            corrected++;
        }
        fixes += repaired.count();
        copied++;
        return InputFile.of(target);
    }

    private static String describe(Path target, Repaired repaired) {
        return target + ": fixed "
                + repaired.fixed().entrySet().stream()
                        .map(rule -> rule.getKey() + (rule.getValue() == 1 ? "" : " (" + rule.getValue() + ")"))
                        .collect(Collectors.joining(", "));
    }
}
