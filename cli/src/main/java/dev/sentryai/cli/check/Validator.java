package dev.sentryai.cli.check;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.input.Parts;
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
 * Validates any amount of input in bounded memory, part by part. Traces and conversations are judged within their part, see
 * {@link Parts}. Used once, by one thread.
 */
public final class Validator {

    private final CheckSettings settings;
    private final Rules rules;
    private final Consumer<Checked> checked;
    private final Parts<JudgedFile> parts = new Parts<>(this::conclude);
    private final Consumer<String> complaints;
    private final Tally tally = new Tally(new Coverage.Counter());
    private boolean readable = true;
    private boolean hasParts;

    /**
     * Prepares a validation.
     *
     * @param settings how to validate; used up by this
     * @param checked takes what is wrong, in the order of the files
     * @param complaints takes a line for every file that can not be read
     */
    public Validator(CheckSettings settings, Consumer<Checked> checked, Consumer<String> complaints) {
        this.settings = settings;
        this.rules = settings.rules();
        this.checked = checked;
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
        readable &= file.isEnvelope();
        if (file.complaint() != null) {
            complaints.accept(file.complaint());
        }
        Judgement judgement = file.judgement();
        parts.add(file, file.bytes(), judgement == null ? Telemetry.EMPTY : judgement.telemetry());
    }

    private Summary end() {
        parts.end();
        if (!hasParts) {
            conclude(List.of());
        }
        return tally.summary(settings.verdict());
    }

    private void conclude(List<JudgedFile> part) {
        hasParts = true;
        List<String> files = new ArrayList<>();
        List<Judgement> judgements = new ArrayList<>();
        for (JudgedFile file : part) {
            if (file.judgement() != null) {
                files.add(file.file());
                judgements.add(file.judgement());
            }
        }
        Telemetry telemetry =
                Telemetry.join(judgements.stream().map(Judgement::telemetry).toList());
        List<Finding> findings = settings.filter().apply(rules.conclude(judgements));
        settings.expectations().add(telemetry);
        Checked result = new Checked(files, part.size() - files.size(), telemetry, findings);
        tally.add(result);
        checked.accept(result);
    }
}
