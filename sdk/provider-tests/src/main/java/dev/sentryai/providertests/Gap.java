package dev.sentryai.providertests;

import java.util.Set;

/** What a test leaves out on purpose, whereupon the rules rightly miss it: none of it is made up. */
public enum Gap {
    /** Token counts: the provider does not tell them, or the application does not wait for them. */
    USAGE,
    /** Which tokens went in and which came out: the provider tells no more than their total. */
    USAGE_OF_EACH_SIDE,
    /** What the call cost: nobody knows a price of the model. */
    PRICE,
    /** The model that answered: the provider does not name it. */
    ANSWER_MODEL,
    /** A provider that is known: the application gives it a name of its own. */
    KNOWN_PROVIDER,
    /** Content of kinds that are known: somebody invented another one. */
    KNOWN_PARTS,
    /** What pairs the call of a tool with its result: the provider gives calls no ids. */
    TOOL_CALL_IDS;

    /** The ids of the rules that find it. */
    Set<String> rules() {
        return switch (this) {
            case USAGE -> Set.of("GENAI147", "GENAI153", "GENAI281");
            case USAGE_OF_EACH_SIDE -> Set.of("GENAI149", "GENAI281");
            case PRICE -> Set.of("GENAI281");
            case ANSWER_MODEL -> Set.of("GENAI111");
            case KNOWN_PROVIDER -> Set.of("GENAI113");
            case KNOWN_PARTS -> Set.of("GENAI177");
            case TOOL_CALL_IDS -> Set.of("GENAI181");
        };
    }
}
