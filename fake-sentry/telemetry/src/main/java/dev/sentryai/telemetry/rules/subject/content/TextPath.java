package dev.sentryai.telemetry.rules.subject.content;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The way down to the value that a walk is at. */
public final class TextPath {

    private static final int USUAL_DEPTH = 8;

    /** The member at each step; null where it is an element of an array. */
    private @Nullable String[] members = new String[USUAL_DEPTH];

    private int[] elements = new int[USUAL_DEPTH];
    private int depth;

    TextPath() {}

    void enter(String member) {
        enter(member, 0);
    }

    void enter(int element) {
        enter(null, element);
    }

    private void enter(@Nullable String member, int element) {
        if (depth == members.length) {
            members = Arrays.copyOf(members, depth * 2);
            elements = Arrays.copyOf(elements, depth * 2);
        }
        members[depth] = member;
        elements[depth++] = element;
    }

    void leave() {
        depth--;
    }

    /** Whether one of these members is on the way. */
    public boolean isBelowAnyOf(String... names) {
        for (int i = 0; i < depth; i++) {
            for (String name : names) {
                if (name.equals(members[i])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The JSON pointer. */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            String member = members[i];
            pointer.append('/');
            if (member == null) {
                pointer.append(elements[i]);
            } else {
                pointer.append(member.replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
