package dev.sentryai.cli;

import org.fusesource.jansi.AnsiConsole;
import org.fusesource.jansi.AnsiType;

/** What standard output leads to. */
final class Terminal {

    private Terminal() {}

    /** Jansi asks the operating system; the JDK can't tell a redirected output from a redirected input. */
    static boolean supportsColor() {
        AnsiType type = AnsiConsole.out().getType();
        if (type == AnsiType.VirtualTerminal) {
            AnsiConsole.systemInstall(); // Windows understands escape sequences only when told to
        }
        return type == AnsiType.Native || type == AnsiType.VirtualTerminal;
    }
}
