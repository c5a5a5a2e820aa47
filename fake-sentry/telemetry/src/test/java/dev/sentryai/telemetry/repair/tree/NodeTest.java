package dev.sentryai.telemetry.repair.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.telemetry.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ }",
                "[ \n]",
                "[]",
                "null",
                "-1.50e+3",
                "\"a\\\"\\u00e9\"",
                "{ \"a\" : [ 1 , {\"b\\\"\":\"}]\"} ,[] ] ,\t\"a\":true\r\n}"
            })
    void writesWhatItRead(String json) {
        assertThat(Node.parse(json)).hasToString(json);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> Node.parse("{\"a\":")).isInstanceOf(MalformedJsonException.class);
        assertThat(Node.find("[1")).isEmpty();
    }

    @Test
    void lastOfSeveralMembersCounts() {
        ObjectNode object = (ObjectNode) Node.parse("{\"a\":1,\"b\":2,\"a\":3}");

        assertThat(object.get("a")).hasToString("3");
        assertThat(object.put("a", Node.of(4L))).hasToString("{\"a\":1,\"b\":2,\"a\":4}");
        object.removeRepeated();
        assertThat(object).hasToString("{\"b\":2,\"a\":4}");
    }

    @Test
    void newMembersLookLikeTheOthers() {
        ObjectNode object = (ObjectNode) Node.parse("{\n  \"a\": 1\n}");

        assertThat(object.put("b", "é")).hasToString("{\n  \"a\": 1\n,\n  \"b\": \"é\"}");
    }

    @Test
    void renamingKeepsThePlaceAndTheSpaces() {
        ObjectNode object = (ObjectNode) Node.parse("{ \"a\" : 1, \"b\":2}");

        object.rename("a", "c");
        object.rename("b", "c");
        object.rename("x", "y");

        assertThat(object).hasToString("{ \"c\" : 1, \"b\":2}");
    }

    @Test
    void pointerMakesTheWayToANewMemberButNoElements() {
        Node root = Node.parse("{\"a\":[{\"b\":1}]}");

        Pointer.parse("/x~1y/z").put(root, Node.of(true));
        Pointer.parse("/a/0/b").put(root, Node.of(2L));
        Pointer.parse("/a/7/b").put(root, Node.of(3L));
        Pointer.parse("/a/no").put(root, Node.of(3L));

        assertThat(root).hasToString("{\"a\":[{\"b\":2}],\"x/y\":{\"z\":true}}");
        assertThat(Pointer.parse("/a/0/b").find(root)).hasToString("2");
        assertThat(Pointer.parse("/a/1").find(root)).isNull();
    }

    @Test
    void pointerRemovesAndRenames() {
        Node root = Node.parse("{\"a\":{\"b\":1,\"c\":2}}");

        Pointer.parse("/a/b").remove(root);
        Pointer.parse("/a/c").rename(root, "d");
        Pointer.parse("/x/c").remove(root);

        assertThat(root).hasToString("{\"a\":{\"d\":2}}");
    }
}
