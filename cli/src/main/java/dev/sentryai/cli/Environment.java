package dev.sentryai.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the command gets from the process that it runs in.
 *
 * @param in standard input
 * @param variables of the environment
 * @param directory the working directory
 * @param isTerminal whether standard output goes to a terminal that understands colours
 * @param clock the time
 * @param stop becomes true when the user or the system wants the command to end
 */
record Environment(
        InputStream in,
        Map<String, String> variables,
        Path directory,
        BooleanSupplier isTerminal,
        Clock clock,
        StopSignal stop) {

    /** The user's home directory, if there is one. */
    @Nullable
    Path home() {
        String home = variables.get("HOME");
        return home == null ? null : Path.of(home);
    }
}
