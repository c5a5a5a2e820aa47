package dev.sentryai.instrument;

import dev.sentryai.runtime.SpanSource;
import dev.sentryai.sentry.ErrorMechanism;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One instrumented library, with the settings that its user made for it. Immutable. */
public final class Instrumentation {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    private final SpanSource source;

    /**
     * Makes an instrumentation.
     *
     * @param name lower-case name of the library, such as {@code openai}: letters, digits and underscores
     * @param recordInputs whether inputs are recorded; null leaves it to the settings of AI monitoring
     * @param recordOutputs whether outputs are recorded; null leaves it to the settings of AI monitoring
     * @throws IllegalArgumentException if the name has other characters
     */
    public Instrumentation(String name, @Nullable Boolean recordInputs, @Nullable Boolean recordOutputs) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must consist of a-z, 0-9 and _ as it becomes part of an origin, but was \"" + name + '"');
        }
        String origin = "auto.ai." + name;
        this.source = new SpanSource(origin, new ErrorMechanism(origin, true), recordInputs, recordOutputs);
    }

    /**
     * Makes an instrumentation that follows the settings of AI monitoring.
     *
     * @param name as with the other constructor
     * @throws IllegalArgumentException if the name has characters other than a-z, 0-9 and _
     */
    public Instrumentation(String name) {
        this(name, null, null);
    }

    /** Returns who made a span, such as {@code auto.ai.openai}. */
    public String origin() {
        return source.origin();
    }

    /** Returns the type of the mechanism that captures errors, such as {@code auto.ai.openai}. */
    public String mechanism() {
        return origin();
    }

    SpanSource source() {
        return source;
    }
}
