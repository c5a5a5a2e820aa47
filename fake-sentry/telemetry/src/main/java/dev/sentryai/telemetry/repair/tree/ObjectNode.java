package dev.sentryai.telemetry.repair.tree;

import dev.sentryai.protocol.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A JSON object. Where a name stands twice the last member counts, as in our reader. */
public final class ObjectNode extends Node {

    private final List<Member> members = new ArrayList<>();
    private String blank = "";

    /** An object without members. */
    public ObjectNode() {}

    /** Reads a member that was written before; {@code before} is all that stands in front of the value, name and colon included. */
    void add(String before, String name, Node value, String after) {
        members.add(new Member(before, name, value, after));
    }

    void blank(String space) {
        blank = space;
    }

    /** The names in their order, each as often as it stands there. */
    public List<String> names() {
        return members.stream().map(member -> member.name).toList();
    }

    /** The values in the order of the names. */
    public List<Node> values() {
        return members.stream().map(member -> member.value).toList();
    }

    /**
     * Replaces every value.
     *
     * @param change gives the new value, or the same one
     */
    public void replaceAll(UnaryOperator<Node> change) {
        members.forEach(member -> member.value = change.apply(member.value));
    }

    /**
     * The member with that name.
     *
     * @param name as sent
     * @return null if there is none
     */
    public @Nullable Node get(String name) {
        Member member = member(name);
        return member == null ? null : member.value;
    }

    /**
     * The member with that name if it is text.
     *
     * @param name as sent
     * @return empty if there is none, or another value
     */
    public Optional<String> text(String name) {
        Node value = get(name);
        return value == null ? Optional.empty() : value.text();
    }

    /**
     * Sets a member, at its place if there is one of that name, else at the end.
     *
     * @param name as to be sent
     * @param value not used anywhere else
     * @return this
     */
    public ObjectNode put(String name, Node value) {
        Member member = member(name);
        if (member == null) {
            members.add(new Member(spaceBeforeNames() + Json.write(name) + colon(), name, value, ""));
        } else {
            member.value = value;
        }
        return this;
    }

    /** Sets a member to text. */
    public ObjectNode put(String name, String text) {
        return put(name, Node.of(text));
    }

    /** Removes every member of that name and returns the value that counted; null if there was none. */
    public @Nullable Node remove(String name) {
        Node value = get(name);
        members.removeIf(member -> member.name.equals(name));
        return value;
    }

    /** Gives a member another name at the same place; does nothing if there is no such member, or one of the other name already. */
    public void rename(String name, String other) {
        Member member = member(name);
        if (member != null && member(other) == null) {
            members.removeIf(same -> same != member && same.name.equals(name));
            member.before = member.before.substring(0, spaceLength(member.before))
                    + Json.write(other)
                    + member.before.substring(member.before.lastIndexOf('"') + 1);
            member.name = other;
        }
    }

    /** Leaves of every name only the member that counts. */
    public void removeRepeated() {
        Map<String, Member> last = new HashMap<>();
        members.forEach(member -> last.put(member.name, member));
        members.removeIf(member -> last.get(member.name) != member);
    }

    private @Nullable Member member(String name) {
        for (int i = members.size() - 1; i >= 0; i--) {
            if (members.get(i).name.equals(name)) {
                return members.get(i);
            }
        }
        return null;
    }

    /** New members look like the others. */
    private String spaceBeforeNames() {
        String before = members.isEmpty() ? "" : members.get(members.size() - 1).before;
        return before.substring(0, spaceLength(before));
    }

    private String colon() {
        String before = members.isEmpty() ? "" : members.get(members.size() - 1).before;
        return before.isEmpty() ? ":" : before.substring(before.lastIndexOf('"') + 1);
    }

    private static int spaceLength(String before) {
        return Math.max(0, before.indexOf('"'));
    }

    @Override
    void write(StringBuilder json) {
        json.append('{').append(members.isEmpty() ? blank : "");
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            json.append(i == 0 ? "" : ",").append(member.before);
            member.value.write(json);
            json.append(member.after);
        }
        json.append('}');
    }

    private static final class Member {
        private final String after;
        private String before;
        private String name;
        private Node value;

        Member(String before, String name, Node value, String after) {
            this.before = before;
            this.name = name;
            this.value = value;
            this.after = after;
        }
    }
}
