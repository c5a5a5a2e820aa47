package dev.sentryai.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes what is quoted from given content out of other text, such as a prompt out of the message of an exception. It finds
 * whole texts from {@value #SHORTEST_TEXT} characters and parts of texts from {@value #SHORTEST_PART}: shorter ones are
 * as likely to be words that anybody would use.
 */
public final class Quotations {

    /** Stands for a quotation; Sentry itself has the same. */
    public static final String FILTERED = "[Filtered]";

    private static final int SHORTEST_TEXT = 6;
    private static final int SHORTEST_PART = 12;
    private static final int MAX_MESSAGE_CHARS = 10_000;
    private static final int MAX_CONTENT_CHARS = 4_000_000;
    private static final long BASE = 1_000_003;

    private final List<String> content;
    private final boolean tooMuch;

    private Quotations(List<String> content) {
        this.content = content;
        this.tooMuch = content.stream().mapToLong(String::length).sum() > MAX_CONTENT_CHARS;
    }

    /** Returns those from content: texts, or JSON text whose inner texts count. */
    public static Quotations from(Collection<String> content) {
        List<String> texts = new ArrayList<>();
        for (String text : content) {
            JsonTexts.map(text, inner -> {
                texts.add(inner);
                return inner;
            });
        }
        return new Quotations(texts);
    }

    /** Returns the text with {@value #FILTERED} in the place of each quotation; too long texts are cut. */
    public String removeFrom(String text) {
        if (tooMuch) {
            return FILTERED;
        }
        String whole = Texts.safe(text, MAX_MESSAGE_CHARS);
        BitSet quoted = new BitSet(whole.length());
        markTexts(whole, quoted);
        markParts(whole, quoted);
        return quoted.isEmpty() ? whole : without(whole, quoted);
    }

    private void markTexts(String whole, BitSet quoted) {
        for (String text : content) {
            if (text.length() < SHORTEST_TEXT || text.length() > whole.length()) {
                continue;
            }
            for (int i = whole.indexOf(text); i >= 0; i = whole.indexOf(text, i + 1)) {
                quoted.set(i, i + text.length());
            }
        }
    }

    private void markParts(String whole, BitSet quoted) {
        long[] parts = hashesOfParts(whole);
        Set<Long> known = new HashSet<>();
        for (long part : parts) {
            known.add(part);
        }
        Set<Long> found = new HashSet<>();
        for (String text : content) {
            for (long part : hashesOfParts(text)) {
                if (known.contains(part)) {
                    found.add(part);
                }
            }
        }
        for (int i = 0; i < parts.length; i++) {
            if (found.contains(parts[i])) {
                quoted.set(i, i + SHORTEST_PART);
            }
        }
    }

    /** Rolling hashes: that of one part follows from the one before by a character that leaves and one that enters. */
    private static long[] hashesOfParts(String text) {
        long[] hashes = new long[Math.max(0, text.length() - SHORTEST_PART + 1)];
        long weight = 1;
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * BASE + text.charAt(i);
            if (i < SHORTEST_PART) {
                weight *= BASE;
            } else {
                hash -= weight * text.charAt(i - SHORTEST_PART);
            }
            if (i >= SHORTEST_PART - 1) {
                hashes[i - SHORTEST_PART + 1] = hash;
            }
        }
        return hashes;
    }

    private static String without(String whole, BitSet quoted) {
        StringBuilder left = new StringBuilder();
        int i = 0;
        while (i < whole.length()) {
            int quotation = quoted.nextSetBit(i);
            if (quotation < 0) {
                return left.append(whole, i, whole.length()).toString();
            }
            left.append(whole, i, quotation).append(FILTERED);
            i = quoted.nextClearBit(quotation);
        }
        return left.toString();
    }
}
