package dev.sentryai.telemetry.rules.subject.content;

import java.util.ArrayDeque;
import java.util.Deque;

/** The way down to the value that a walk is at. */
public final class TextPath {

    private final Deque<Object> steps = new ArrayDeque<>();

    TextPath() {}

    void enter(Object step) {
        steps.addLast(step);
    }

    void leave() {
        steps.removeLast();
    }

    /** Whether one of these members is on the way. */
    public boolean isBelowAnyOf(String... members) {
        for (String member : members) {
            if (steps.contains(member)) {
                return true;
            }
        }
        return false;
    }

    /** The JSON pointer. */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Object step : steps) {
            pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
