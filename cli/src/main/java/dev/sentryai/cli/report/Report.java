package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;

/**
 * Prints what comes of a validation in one format. It is told part by part, so that any amount of input fits into memory. Used by
 * one thread.
 */
public interface Report {

    /**
     * Prints what is wrong with a part of the input.
     *
     * @param part the next one; files come in the order in which they were named
     */
    void add(Checked part);

    /**
     * Prints what it all comes to. Called once, after the last part.
     *
     * @param summary of all parts
     */
    void end(Summary summary);
}
