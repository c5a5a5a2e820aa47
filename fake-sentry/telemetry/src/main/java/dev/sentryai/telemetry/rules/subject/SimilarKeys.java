package dev.sentryai.telemetry.rules.subject;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the key that was probably meant. Immutable. */
public final class SimilarKeys {

    /** More edits than this make another word. */
    private static final int MAX_EDITS = 3;

    private final Collection<String> keys;
    private final Map<String, String> byWords = new HashMap<>();

    public SimilarKeys(Collection<String> keys) {
        this.keys = new TreeSet<>(keys); // ties are decided by the alphabet
        this.keys.forEach(key -> byWords.putIfAbsent(words(key), key));
    }

    /** Finds a key of the same words in any order, number and punctuation, else the one that takes the fewest edits. */
    public Optional<String> closestTo(String key) {
        String sameWords = byWords.get(words(key));
        return sameWords != null ? Optional.of(sameWords) : fewestEdits(key);
    }

    private Optional<String> fewestEdits(String key) {
        String closest = null;
        int fewest = Math.min(MAX_EDITS, (key.length() - key.indexOf('.') - 1) / 2) + 1;
        for (String candidate : keys) {
            int edits = Math.abs(candidate.length() - key.length()) < fewest
                    ? EditDistance.between(key, candidate)
                    : fewest;
            if (edits < fewest) {
                closest = candidate;
                fewest = edits;
            }
        }
        return Optional.ofNullable(closest);
    }

    private static String words(String key) {
        return Arrays.stream(key.toLowerCase(Locale.ROOT).split("[._]", -1))
                .map(SimilarKeys::singular)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
