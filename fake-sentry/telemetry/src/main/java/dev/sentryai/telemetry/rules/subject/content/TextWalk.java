package dev.sentryai.telemetry.rules.subject.content;

import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Walks through a JSON value; its depth is bounded by the reader. Makes no objects on its way. */
final class TextWalk implements BiConsumer<String, @Nullable Object> {

    private final TextVisitor visitor;
    private final TextPath path = new TextPath();

    TextWalk(TextVisitor visitor) {
        this.visitor = visitor;
    }

    void walk(@Nullable String name, @Nullable Object value) {
        if (value instanceof String text) {
            visitor.text(name, text, path);
        } else if (value instanceof List<?> list) {
            elements(list);
        } else if (value instanceof JsonObject object) {
            visitor.object(object);
            object.forEach(this);
        }
    }

    private void elements(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            path.enter(i);
            walk(null, list.get(i));
            path.leave();
        }
    }

    /** Walks through a member. */
    @Override
    public void accept(String name, @Nullable Object value) {
        path.enter(name);
        walk(name, value);
        path.leave();
    }
}
