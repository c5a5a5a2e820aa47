package dev.sentryai.telemetry.rules.subject;

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

    private Vocabulary() {}
}
