package dev.sentryai.cli.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What there is to say about a thing.
 *
 * @param name of the thing
 * @param kind what kind of thing it is, in a few words
 * @param facts in the order in which to say them
 */
public record Explanation(String name, String kind, List<Fact> facts) {

    /** Copies the list. */
    public Explanation {
        facts = List.copyOf(facts);
    }

    /**
     * One thing to say.
     *
     * @param label what it is about, in one short word
     * @param lines at least one
     */
    public record Fact(String label, List<String> lines) {

        /** Copies the list. */
        public Fact {
            lines = List.copyOf(lines);
        }
    }

    /** Collects facts; what is empty is left out. */
    static final class Builder {

        private final List<Fact> facts = new ArrayList<>();

        Builder add(String label, String text) {
            return text.isEmpty() ? this : add(label, List.of(text));
        }

        Builder add(String label, Collection<String> lines) {
            if (!lines.isEmpty()) {
                facts.add(new Fact(label, List.copyOf(lines)));
            }
            return this;
        }

        Explanation build(String name, String kind) {
            return new Explanation(name, kind, facts);
        }
    }
}
