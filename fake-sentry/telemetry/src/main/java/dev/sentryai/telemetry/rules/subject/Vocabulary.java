package dev.sentryai.telemetry.rules.subject;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys and values that the registry does not describe, read from {@code vocabulary.txt}. Immutable. */
public final class Vocabulary {

    private static final SectionFile FILE = SectionFile.read(Vocabulary.class, "vocabulary.txt");

    /** Keys whose string value is JSON text. */
    public static final Set<String> JSON_TEXT = Set.copyOf(FILE.lines("json-text"));

    /** Keys that flow down to every span below an agent or conversation. */
    public static final Set<String> INHERITED = Set.copyOf(FILE.lines("inherited"));

    /** What the status of a transaction and its spans may be. */
    public static final Set<String> TRANSACTION_STATUS = Set.copyOf(FILE.lines("transaction-status"));

    /** Keys that Sentry computes on arrival, whatever was sent. */
    public static final Set<String> COMPUTED = Set.copyOf(FILE.lines("computed"));

    /** Keys that take no other values than those of the conventions. */
    public static final Set<String> ENUMERATED = Set.copyOf(FILE.lines("enumerated"));

    /** Keys in force that have the same meaning as another, and that other key, which Sentry reads first. */
    public static final Map<String, String> PREFERRED = Map.copyOf(SectionFile.pairs(FILE.lines("preferred")));

    /** Types of items, and the kind of telemetry that each carries; {@code companion} for what may accompany every other kind. */
    public static final Map<String, String> ITEM_TYPES = Map.copyOf(SectionFile.pairs(FILE.lines("item-types")));

    private static final List<String> FOREIGN_CONTENT = FILE.lines("foreign-content");

    private Vocabulary() {}

    /** Whether other libraries send content under that key. */
    public static boolean isForeignContent(String key) {
        for (String pattern : FOREIGN_CONTENT) {
            boolean fits = pattern.endsWith("*")
                    ? key.startsWith(pattern.substring(0, pattern.length() - 1))
                    : key.equals(pattern);
            if (fits) {
                return true;
            }
        }
        return false;
    }
}
