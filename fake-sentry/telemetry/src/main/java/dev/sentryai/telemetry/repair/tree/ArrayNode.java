package dev.sentryai.telemetry.repair.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A JSON array. */
public final class ArrayNode extends Node {

    private final List<Element> elements = new ArrayList<>();
    private String blank = "";

    /** Reads an array that was written before; what stands around an element is white space. */
    void add(String before, Node value, String after) {
        elements.add(new Element(before, value, after));
    }

    void blank(String space) {
        blank = space;
    }

    /**
     * Adds a value at the end.
     *
     * @param value not used anywhere else
     */
    public void add(Node value) {
        add("", value, "");
    }

    /**
     * The values in their order.
     *
     * @return a copy
     */
    public List<Node> values() {
        return elements.stream().map(element -> element.value).toList();
    }

    /**
     * Replaces every value.
     *
     * @param change gives the new value, or the same one
     */
    public void replaceAll(UnaryOperator<Node> change) {
        elements.forEach(element -> element.value = change.apply(element.value));
    }

    /**
     * Removes values.
     *
     * @param unwanted decides
     */
    public void removeIf(Predicate<Node> unwanted) {
        elements.removeIf(element -> unwanted.test(element.value));
    }

    /** Removes the first values; there are at least so many. */
    public void removeFirst(int count) {
        elements.subList(0, count).clear();
    }

    /** The value with that number, counted from 0; null if there is none. */
    @Nullable
    Node get(int index) {
        return index < elements.size() ? elements.get(index).value : null;
    }

    void set(int index, Node value) {
        elements.get(index).value = value;
    }

    @Override
    void write(StringBuilder json) {
        json.append('[').append(elements.isEmpty() ? blank : "");
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            json.append(i == 0 ? "" : ",").append(element.before);
            element.value.write(json);
            json.append(element.after);
        }
        json.append(']');
    }

    private static final class Element {
        private final String before;
        private final String after;
        private Node value;

        Element(String before, Node value, String after) {
            this.before = before;
            this.value = value;
            this.after = after;
        }
    }
}
