package dev.sentryai.telemetry.repair;

import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.Pointer;
import java.util.List;

/** One change of a JSON value: of the envelope's header, of an item's header or of an item's payload. */
sealed interface Edit {

    /** The members that the edit changes. Of two edits that change the same one only the first is made. */
    List<Pointer> targets();

    void apply(Node root);

    /** Several edits, of which either all are made or none. */
    record All(List<Edit> edits) implements Edit {

        /** Copies the list. */
        public All {
            edits = List.copyOf(edits);
        }

        @Override
        public List<Pointer> targets() {
            return edits.stream().flatMap(edit -> edit.targets().stream()).toList();
        }

        @Override
        public void apply(Node root) {
            edits.forEach(edit -> edit.apply(root));
        }
    }

    /** Sets a member to a value, and makes the objects above it where they are missing. */
    record Put(Pointer pointer, Node value) implements Edit {

        @Override
        public List<Pointer> targets() {
            return List.of(pointer);
        }

        @Override
        public void apply(Node root) {
            pointer.put(root, value);
        }
    }

    /** Removes a member. */
    record Remove(Pointer pointer) implements Edit {

        @Override
        public List<Pointer> targets() {
            return List.of(pointer);
        }

        @Override
        public void apply(Node root) {
            pointer.remove(root);
        }
    }

    /** Gives a member another name, which no other member has. */
    record Rename(Pointer pointer, String name) implements Edit {

        @Override
        public List<Pointer> targets() {
            return List.of(pointer, pointer.parent().member(name));
        }

        @Override
        public void apply(Node root) {
            pointer.rename(root, name);
        }
    }

    /**
     * Writes an attribute's value as JSON text, spelled as it was.
     *
     * @param wrapped whether the value stands in an object that declares its type
     */
    record Stringify(Pointer pointer, boolean wrapped) implements Edit {

        @Override
        public List<Pointer> targets() {
            return List.of(pointer);
        }

        @Override
        public void apply(Node root) {
            Pointer place = wrapped ? pointer.member("value") : pointer;
            Node value = place.find(root);
            if (value != null) {
                place.put(root, Node.of(value.toString()));
            }
            if (wrapped) {
                pointer.member("type").put(root, Node.of("string"));
            }
        }
    }
}
