package dev.sentryai.cli.policy;

import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.subject.SectionFile;
import java.util.Locale;
import java.util.Set;

/** How severe findings are where a project says nothing about their rule. */
public enum Profile {
    /** As the catalogue says; what makes the product show less (GENAI280 to GENAI289) is a warning. */
    STRICT,
    /** As the catalogue says. */
    DEFAULT,
    /**
     * Errors are only those by which Sentry loses data or counts wrong, or by which secrets leak; other errors are warnings, warnings
     * are hints, and hints don't count.
     */
    LENIENT;

    /** Rules whose errors stay errors. */
    private static final class Grave {
        static final Set<String> RULES =
                Set.copyOf(SectionFile.read(Profile.class, "lenient.txt").lines("errors"));
    }

    Level level(Finding finding) {
        return switch (this) {
            case STRICT -> Level.of(finding.strict().severity());
            case DEFAULT -> Level.of(finding.severity());
            case LENIENT -> lenient(finding);
        };
    }

    private static Level lenient(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> Grave.RULES.contains(finding.rule()) ? Level.ERROR : Level.WARNING;
            case WARNING -> Level.INFO;
            case INFO -> Level.OFF;
        };
    }

    /** Returns the name as it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
