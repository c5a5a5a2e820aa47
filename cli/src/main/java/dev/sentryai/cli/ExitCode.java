package dev.sentryai.cli;

/** What the command returns to the shell. Part of the interface: numbers never change their meaning. */
final class ExitCode {

    /** All is well. */
    static final int CLEAN = 0;

    /** There are findings at or above the threshold. */
    static final int FINDINGS = 1;

    /** Wrong options or settings. */
    static final int USAGE = 2;

    /** Input that is missing or can't be read. */
    static final int UNREADABLE = 3;

    /** The network, or the server at its other end, doesn't do what it should. */
    static final int NETWORK = 4;

    /** Time is up, or an expectation wasn't met. */
    static final int TIMEOUT = 5;

    /** A fault of ours. */
    static final int INTERNAL = 70;

    private ExitCode() {}
}
