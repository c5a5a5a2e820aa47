package dev.sentryai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One of our commands. It says by code what may be typed after it, not by annotations: those would take longer to read than most
 * commands take to run.
 */
interface Subcommand extends Callable<Integer> {

    /** Its name, options, parameters and help; the same one every time. */
    CommandSpec syntax();
}
