package dev.sentryai.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class JacksonNodeTest {

    private final JsonMapper mapper = new JsonMapper();

    @Test
    void treeKeepsItsStructure() throws Exception {
        JsonNode tree = mapper.readTree("{\"a\":[1,2.5,true,null,\"x\"],\"b\":{},\"c\":[\"one\"]}");

        assertThat(AttributeValue.of(tree)).contains("{\"a\":[1,2.5,true,null,\"x\"],\"b\":{},\"c\":[\"one\"]}");
        assertThat(AttributeValue.normalized(tree, true))
                .contains("{\"a\":[1,2.5,true,null,\"x\"],\"b\":{},\"c\":\"one\"}");
    }

    @Test
    void scalarNodeIsScalar() throws Exception {
        assertThat(AttributeValue.of(mapper.readTree("\"text\""))).contains("text");
        assertThat(AttributeValue.of(mapper.readTree("7"))).contains(7L);
        assertThat(AttributeValue.of(mapper.readTree("[\"a\",\"b\"]"))).contains(java.util.List.of("a", "b"));
        assertThat(AttributeValue.of(mapper.nullNode())).isEmpty();
        assertThat(AttributeValue.of(mapper.missingNode())).isEmpty();
    }

    @Test
    void nodesThatHideOtherThingsShowNoContent() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("image", new byte[] {1, 2, 3});
        tree.putPOJO("bean", new Object());
        tree.put("nan", Double.NaN);

        assertThat(AttributeValue.of(tree))
                .contains("{\"image\":\"[Blob substitute]\",\"bean\":\"<java.lang.Object>\",\"nan\":\"NaN\"}");
    }
}
