package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several reports at once: one that is printed, and any number in files. Closing finishes the files. */
public final class Reports implements Report, AutoCloseable {

    private final List<Report> reports = new ArrayList<>();
    private final Map<Path, PrintWriter> files = new LinkedHashMap<>();

    /**
     * Starts with the report that is printed.
     *
     * @param printed the report
     */
    public Reports(Report printed) {
        reports.add(printed);
    }

    /**
     * Adds a report in a file, which is made anew together with its directories.
     *
     * @param format of the report
     * @param file where it goes, in UTF-8
     * @param settings for all reports
     * @throws UncheckedIOException when the file can't be written
     */
    public void addFile(ReportFormat format, Path file, ReportSettings settings) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            PrintWriter out = writer(file);
            files.put(file, out);
            reports.add(format.open(out, settings.forFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e, e);
        }
    }

    /** Unlike {@link Files#newBufferedWriter}, it puts up with half of a surrogate pair. */
    private static PrintWriter writer(Path file) throws IOException {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)));
    }

    @Override
    public void add(Checked part) {
        reports.forEach(report -> report.add(part));
    }

    @Override
    public void end(Summary summary) {
        reports.forEach(report -> report.end(summary));
    }

    /** @throws UncheckedIOException when something couldn't be written */
    @Override
    public void close() {
        List<Path> failed = new ArrayList<>();
        files.forEach((file, out) -> {
            if (out.checkError()) { // a print writer keeps its failures to itself
                failed.add(file);
            }
            out.close();
        });
        if (!failed.isEmpty()) {
            throw new UncheckedIOException("Cannot write " + failed, new IOException("writing failed"));
        }
    }
}
