package dev.sentryai.cli.check;

import dev.sentryai.cli.input.Captures;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was read, and what is wrong with it.
 *
 * @param checked all of it
 * @param summary what it comes to
 * @param isReadable whether every file was an envelope, even if one with a broken item
 */
public record Validation(Checked checked, Summary summary, boolean isReadable) {

    /**
     * Validates what was read.
     *
     * @param captures from any number of files
     * @param settings how; used up by this
     * @return what is wrong
     */
    public static Validation of(Captures captures, CheckSettings settings) {
        Telemetry telemetry = Telemetry.of(captures.envelopes());
        List<Finding> findings = new ArrayList<>();
        captures.malformed().forEach(file -> findings.add(Rules.unreadable(file.file(), file.failure())));
        findings.addAll(settings.rules().check(telemetry));
        settings.expectations().add(telemetry);
        Checked checked = new Checked(
                files(captures),
                captures.unreadable().size(),
                telemetry,
                settings.filter().apply(findings));
        Tally tally = new Tally(new Coverage.Counter());
        tally.add(checked);
        return new Validation(checked, tally.summary(settings.verdict()), isReadable(captures));
    }

    private static List<String> files(Captures captures) {
        return Stream.concat(
                        captures.envelopes().stream().map(envelope -> envelope.file()),
                        captures.malformed().stream().map(malformed -> malformed.file()))
                .sorted()
                .toList();
    }

    /** An envelope with a broken item is a finding; what isn't an envelope at all is no input for us. */
    private static boolean isReadable(Captures captures) {
        return captures.unreadable().isEmpty()
                && captures.malformed().stream()
                        .allMatch(file -> file.failure().item().isPresent());
    }
}
