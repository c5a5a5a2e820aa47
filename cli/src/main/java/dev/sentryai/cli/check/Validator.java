package dev.sentryai.cli.check;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Judgement;
import dev.sentryai.telemetry.rules.Rules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Validates any amount of input in bounded memory, part by part. A part ends with the file that makes it 4 MiB large; traces are judged
 * within their part, so that the envelopes of one trace should stand in files whose names follow each other. Used once, by one thread.
 */
public final class Validator {

    private static final int PART_BYTES = 4 * 1024 * 1024;

    private final CheckSettings settings;
    private final Rules rules;
    private final Consumer<Checked> parts;
    private final Consumer<String> complaints;
    private final Tally tally = new Tally(new Coverage.Counter());
    private boolean readable = true;
    private boolean hasParts;

    // The part that is being collected.
    private final List<String> files = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private int unreadable;
    private long bytes;

    /**
     * Prepares a validation.
     *
     * @param settings how to validate; used up by this
     * @param parts takes what is wrong, in the order of the files
     * @param complaints takes a line for every file that can not be read
     */
    public Validator(CheckSettings settings, Consumer<Checked> parts, Consumer<String> complaints) {
        this.settings = settings;
        this.rules = settings.rules();
        this.parts = parts;
        this.complaints = complaints;
    }

    /**
     * Validates files. One that can't be read doesn't stop the others.
     *
     * @param input at least one
     * @param processors how many threads may judge at the same time, at least 1; the result is the same for any number
     * @return what it all comes to
     */
    public Summary validate(Iterator<InputFile> input, int processors) {
        try (JudgedFiles judged = new JudgedFiles(input, rules, processors)) {
            for (List<JudgedFile> next = judged.next(); !next.isEmpty(); next = judged.next()) {
                next.forEach(this::add);
            }
        }
        return end();
    }

    /**
     * Validates what was captured in this process.
     *
     * @param captured in the order in which it was sent
     * @return what it all comes to
     */
    public Summary validate(List<CapturedEnvelope> captured) {
        captured.forEach(envelope -> add(JudgedFile.of(envelope, rules)));
        return end();
    }

    /**
     * Whether every file was an envelope, even if one with a broken item.
     *
     * @return so far
     */
    public boolean isReadable() {
        return readable;
    }

    private void add(JudgedFile file) {
        if (file.judgement() == null) {
            unreadable++;
        } else {
            files.add(file.file());
            judgements.add(file.judgement());
        }
        readable &= file.isEnvelope();
        if (file.complaint() != null) {
            complaints.accept(file.complaint());
        }
        bytes += file.bytes();
        if (bytes >= PART_BYTES) {
            endPart();
        }
    }

    private Summary end() {
        if (hasBegunPart() || !hasParts) {
            endPart();
        }
        return tally.summary(settings.verdict());
    }

    private boolean hasBegunPart() {
        return !files.isEmpty() || unreadable > 0;
    }

    private void endPart() {
        hasParts = true;
        Telemetry telemetry =
                Telemetry.join(judgements.stream().map(Judgement::telemetry).toList());
        List<Finding> findings = settings.filter().apply(rules.conclude(judgements));
        settings.expectations().add(telemetry);
        Checked part = new Checked(files, unreadable, telemetry, findings);
        tally.add(part);
        parts.accept(part);
        files.clear();
        judgements.clear();
        unreadable = 0;
        bytes = 0;
    }
}
