package dev.sentryai.cli;

import dev.sentryai.fixtures.Recordings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Runs what people run most, so that the virtual machine sees which classes that takes and can keep them for the next time. The
 * launcher runs it once for every Java.
 */
public final class Training {

    private final Path directory;

    private Training(Path directory) {
        this.directory = directory;
    }

    /**
     * Runs the commands and ends the virtual machine.
     *
     * @param args ignored
     * @throws IOException if there is no room for a recording among the temporary files
     */
    public static void main(String[] args) throws IOException {
        Path directory = Files.createTempDirectory("sentry-ai");
        Path file = directory.resolve("sample.envelope");
        try {
            Files.write(
                    file,
                    Recordings.get("sentry-node/openai-tool-loop.envelope").bytes());
            new Training(directory).runAll(file.toString());
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
        Main.main(new String[] {"--version"});
    }

    private void runAll(String file) {
        run("validate", file);
        run("validate", file, "--format", "json");
        run("inspect", file);
        run("inspect", file, "--format", "jsonl");
        run("stats", file);
        run("rules");
        run("explain", "GENAI141");
        run("config");
        run("--help");
        run("validate", "--help");
        run("validat");
    }

    private void run(String... args) {
        Environment environment = new Environment(
                InputStream.nullInputStream(),
                Map.of(),
                directory,
                Terminal::supportsColor,
                Clock.systemUTC(),
                new StopSignal(hook -> {}));
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Commands.create(environment, args).setOut(nowhere).setErr(nowhere).execute(args);
    }
}
