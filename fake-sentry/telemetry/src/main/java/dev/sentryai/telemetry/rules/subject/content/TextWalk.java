package dev.sentryai.telemetry.rules.subject.content;

import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks through a JSON value; its depth is bounded by the reader. */
final class TextWalk {

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
            members(object);
        }
    }

    private void elements(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            path.enter(i);
            walk(null, list.get(i));
            path.leave();
        }
    }

    private void members(JsonObject object) {
        for (Map.Entry<String, @Nullable Object> member : object.entrySet()) {
            path.enter(member.getKey());
            walk(member.getKey(), member.getValue());
            path.leave();
        }
    }
}
