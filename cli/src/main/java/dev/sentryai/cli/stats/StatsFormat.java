package dev.sentryai.cli.stats;

import java.io.PrintWriter;

/** How sums are printed. */
public enum StatsFormat {
    /** Columns for people, a line for the total, and what to know about the cost. */
    TABLE,
    /** As RFC 4180 has it, but with line feeds; the first line names the columns. */
    CSV,
    /** One object. */
    JSON;

    /**
     * Prints sums.
     *
     * @param out neither flushed nor closed
     */
    public void print(Stats stats, PrintWriter out) {
        switch (this) {
            case TABLE -> StatsTable.print(stats, out);
            case CSV -> StatsCsv.print(stats, out);
            case JSON -> StatsJson.print(stats, out);
        }
    }
}
