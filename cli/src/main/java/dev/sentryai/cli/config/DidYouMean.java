package dev.sentryai.cli.config;

import dev.sentryai.telemetry.rules.subject.EditDistance;
import java.util.Collection;
import java.util.Comparator;

/** Guesses what was meant. */
public final class DidYouMean {

    private static final int MOST_EDITS = 3;

    private DidYouMean() {}

    /**
     * What to say after "unknown this or that".
     *
     * @param text as typed
     * @param known what it could be
     * @return a question that begins with a semicolon; empty if nothing is similar
     */
    public static String hint(String text, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String word) -> EditDistance.between(text, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> EditDistance.between(text, word) <= Math.min(MOST_EDITS, word.length() / 2))
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
    }
}
