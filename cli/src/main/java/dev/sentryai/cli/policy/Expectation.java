package dev.sentryai.cli.policy;

import dev.sentryai.telemetry.SpanRecord;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often something must occur among the AI spans.
 *
 * @param kind what kind of thing
 * @param name which one of it
 * @param atLeast the least number of spans
 * @param atMost the greatest number of spans; null if any number will do
 */
public record Expectation(
        Kind kind, String name, long atLeast, @Nullable Long atMost) {

    /** What can be expected. */
    public enum Kind {
        /** An op, or an operation's name. */
        OPERATION,
        /** A model that was asked for or that answered. */
        MODEL,
        /** An agent's name. */
        AGENT,
        /** A tool's name. */
        TOOL,
        /** The key of an attribute, as sent or under another of its names. */
        ATTRIBUTE;

        boolean occurs(String name, SpanRecord span) {
            return switch (this) {
                case OPERATION -> name.equals(span.op()) || is(name, span.operationName());
                case MODEL -> is(name, span.requestModel()) || is(name, span.responseModel());
                case AGENT -> is(name, span.agentName());
                case TOOL -> is(name, span.toolName());
                case ATTRIBUTE ->
                    span.attributes().containsKey(name) || span.attribute(name).isPresent();
            };
        }

        private static boolean is(String name, Optional<String> sent) {
            return sent.filter(name::equals).isPresent();
        }
    }

    /** @throws IllegalArgumentException if no number could meet it */
    public Expectation {
        if (atLeast < 0 || (atMost != null && atMost < atLeast)) {
            throw new IllegalArgumentException("no number is at least " + atLeast + " and at most " + atMost);
        }
    }

    boolean isMetBy(long count) {
        return count >= atLeast && (atMost == null || count <= atMost);
    }

    String unmet(long count) {
        return kind.name().toLowerCase(Locale.ROOT) + ' ' + name + ": expected " + number() + " but found " + count;
    }

    private String number() {
        if (atMost == null) {
            return "at least " + atLeast;
        }
        if (atLeast == 0) {
            return "at most " + atMost;
        }
        return atMost == atLeast ? String.valueOf(atLeast) : atLeast + " to " + atMost;
    }
}
