package dev.sentryai.telemetry.repair.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a JSON value down to another one, as RFC 6901 writes it.
 *
 * @param steps names of members and numbers of elements
 */
public record Pointer(List<String> steps) {

    /** Copies the steps. */
    public Pointer {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a pointer.
     *
     * @param text empty, or steps that each begin with a slash
     * @return the steps, unescaped
     */
    public static Pointer parse(String text) {
        List<String> steps = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String step : text.substring(1).split("/", -1)) {
                steps.add(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return new Pointer(steps);
    }

    /** The pointer to what stands below under that name. */
    public Pointer member(String name) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(name);
        return new Pointer(longer);
    }

    /** The value that this points to; null if there is none. */
    public @Nullable Node find(Node root) {
        Node node = root;
        for (String step : steps) {
            node = node == null ? null : child(node, step);
        }
        return node;
    }

    private static @Nullable Node child(Node node, String step) {
        if (node instanceof ObjectNode object) {
            return object.get(step);
        }
        return node instanceof ArrayNode array && isNumber(step) ? array.get(Integer.parseInt(step)) : null;
    }

    /** Sets the value, and makes the objects above it if they are missing; does nothing where no object or element can be. */
    public void put(Node root, Node value) {
        Node parent = root;
        for (String step : steps.subList(0, steps.size() - 1)) {
            if (parent instanceof ObjectNode object && object.get(step) == null) {
                object.put(step, new ObjectNode());
            }
            parent = parent == null ? null : child(parent, step);
        }
        if (parent instanceof ObjectNode object) {
            object.put(last(), value);
        } else if (parent instanceof ArrayNode array
                && isNumber(last())
                && array.get(Integer.parseInt(last())) != null) {
            array.set(Integer.parseInt(last()), value);
        }
    }

    /** Removes a member, or does nothing if there is none. */
    public void remove(Node root) {
        if (parent().find(root) instanceof ObjectNode object) {
            object.remove(last());
        }
    }

    /** Gives a member another name, see {@link ObjectNode#rename}. */
    public void rename(Node root, String name) {
        if (parent().find(root) instanceof ObjectNode object) {
            object.rename(last(), name);
        }
    }

    /** The object or array that this points into; there must be at least one step. */
    public Pointer parent() {
        return new Pointer(steps.subList(0, steps.size() - 1));
    }

    /** The last step; there must be one. */
    public String last() {
        return steps.get(steps.size() - 1);
    }

    private static boolean isNumber(String step) {
        return !step.isEmpty() && step.length() < 10 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
