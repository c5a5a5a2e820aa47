package dev.sentryai;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks work that is tracked as {@link SentryAi#track} does it, wherever calls pass through a proxy, such as one of
 * {@link SentryAi#trackedProxy}. On a type it marks all of its methods; on a method it comes before that of the type.
 *
 * <pre>{@code
 * interface Researcher {
 *     @AiTracked(name = "research")
 *     Report research(String topic);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AiTracked {

    /** Returns the name of the span; empty for the one of the type and the method, such as {@code Researcher.research}. */
    String name() default "";

    /** Returns the op of the span; empty for {@code ai.pipeline}, inside of a pipeline for {@code ai.run}. */
    String op() default "";
}
