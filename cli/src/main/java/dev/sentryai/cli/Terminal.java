package dev.sentryai.cli;

import org.fusesource.jansi.AnsiConsole;
import org.fusesource.jansi.AnsiType;

/** What standard output leads to. */
final class Terminal {

    /** What the launcher sets to false where it knows that there is none: a shell finds that out for nothing. */
    private static final String PROPERTY = "sentryai.terminal";

    private Terminal() {}

    /** Jansi asks the operating system; the JDK can't tell a redirected output from a redirected input. */
    static boolean supportsColor() {
        if ("false".equals(System.getProperty(PROPERTY))) {
            return false;
        }
        AnsiType type = AnsiConsole.out().getType();
        if (type == AnsiType.VirtualTerminal) {
            AnsiConsole.systemInstall(); // Windows understands escape sequences only when told to
        }
        return type == AnsiType.Native || type == AnsiType.VirtualTerminal;
    }
}
