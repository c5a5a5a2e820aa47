package dev.sentryai.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the command as users do: in a process of its own. */
final class Program implements AutoCloseable {

    private static final long SECONDS = 60;

    private final Process process;
    private final BufferedReader out;
    private final BufferedReader err;

    Program(String... args) throws IOException {
        this(Main.class, args);
    }

    private Program(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What the launcher and the jar's manifest say.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(args));
        this.process = new ProcessBuilder(command).start();
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.err = process.errorReader(StandardCharsets.UTF_8);
    }

    /** What the launcher runs once for every Java. */
    static Program training() throws IOException {
        return new Program(Training.class);
    }

    /** Gives standard input and ends it. */
    Program send(byte[] bytes) throws IOException {
        process.getOutputStream().write(bytes);
        process.getOutputStream().close();
        return this;
    }

    String outLine() throws IOException {
        return out.readLine();
    }

    String errLine() throws IOException {
        return err.readLine();
    }

    List<String> restOfOut() {
        return out.lines().toList();
    }

    List<String> restOfErr() {
        return err.lines().toList();
    }

    /** SIGTERM, where there are signals. {@link Process#destroy} would also close what there is still to read. */
    void terminate() {
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The command did not end within " + SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
