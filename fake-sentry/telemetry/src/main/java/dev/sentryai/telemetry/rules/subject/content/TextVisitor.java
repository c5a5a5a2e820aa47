package dev.sentryai.telemetry.rules.subject.content;

import dev.sentryai.telemetry.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Looks at the texts of a JSON value. */
@FunctionalInterface
public interface TextVisitor {

    /**
     * Looks at a text.
     *
     * @param name the member that holds it; null in an array and at the top
     * @param path where it stands, to be read before this method returns
     */
    void text(@Nullable String name, String text, TextPath path);

    /** Looks at an object, before the texts in it. */
    default void object(JsonObject object) {}
}
