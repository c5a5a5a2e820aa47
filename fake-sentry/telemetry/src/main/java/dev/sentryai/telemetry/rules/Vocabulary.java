package dev.sentryai.telemetry.rules;

import java.util.Set;

/** Keys and values that the registry does not describe, read from {@code vocabulary.txt}. Immutable. */
final class Vocabulary {

    private static final SectionFile FILE = SectionFile.read("vocabulary.txt");

    /** Keys whose string value is JSON text. */
    static final Set<String> JSON_TEXT = Set.copyOf(FILE.lines("json-text"));

    /** Keys that flow down to every span below an agent or conversation. */
    static final Set<String> INHERITED = Set.copyOf(FILE.lines("inherited"));

    /** What the status of a transaction and its spans may be. */
    static final Set<String> TRANSACTION_STATUS = Set.copyOf(FILE.lines("transaction-status"));

    private Vocabulary() {}
}
