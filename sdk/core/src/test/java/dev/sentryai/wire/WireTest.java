package dev.sentryai.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final WireModels MODELS =
            new GeneratedModels(Field.class, field -> ((Field) field).value(), value -> Map.of("as", "sent"));

    @Test
    void fieldsOfAModelAreReadByTheirNamesOnTheWire() {
        Wire wire = Wire.of(MODELS, new Model(new Field(256), Map.of()));

        assertThat(wire.get("max_tokens").number()).isEqualTo(256);
    }

    @Test
    void fieldsThatAModelDoesNotKnowAreReadAsWell() {
        Wire wire = Wire.of(MODELS, new Model(new Field(null), Map.of("top_k", new Field(40))));

        assertThat(wire.get("top_k").number()).isEqualTo(40);
    }

    @Test
    void fieldsSentBesideAKnownOneThatIsMissingAreRead() {
        Wire wire = Wire.of(MODELS, new Model(new Field(null), Map.of("max_tokens", new Field(7))));

        assertThat(wire.get("max_tokens").number()).isEqualTo(7);
    }

    @Test
    void whatIsNotThereIsEmptyHoweverDeep() {
        Wire wire = Wire.of(MODELS, new Model(new Field(null), Map.of()));

        assertThat(wire.get("max_tokens").isPresent()).isFalse();
        assertThat(wire.get("no").get("such").get("field").items()).isEmpty();
        assertThat(Wire.nothing().textOrEmpty()).isEmpty();
        assertThat(Wire.nothing().intOr(7)).isEqualTo(7);
    }

    @Test
    void mapsTellWhatTheyHave() {
        assertThat(Wire.of(Map.of("a", 1)).members())
                .hasEntrySatisfying("a", one -> assertThat(one.number()).isEqualTo(1));
        assertThat(Wire.of("text").members()).isEmpty();
    }

    @Test
    void unionsAreReadAsTheyWereReceived() {
        Wire wire = Wire.of(MODELS, new Union(Optional.of(Map.of("type", "text"))));

        assertThat(wire.get("type").text()).isEqualTo("text");
    }

    @Test
    void unionsThatWereNotReceivedAreReadAsTheyWouldBeSent() {
        assertThat(Wire.of(MODELS, new Union(Optional.empty())).get("as").text())
                .isEqualTo("sent");
    }

    @Test
    void plainJsonNeedsNoModels() {
        Wire wire = Wire.of(Map.of("content", List.of("a", Map.of("type", "image"))));

        assertThat(wire.get("content").isList()).isTrue();
        assertThat(wire.get("content").items().get(1).get("type").word()).isEqualTo("image");
        assertThat(wire.plain()).isEqualTo(Map.of("content", List.of("a", Map.of("type", "image"))));
    }

    @Test
    void objectsThatNobodyKnowsAreNothing() {
        assertThat(Wire.of(new Object()).isPresent()).isFalse();
    }

    @Test
    void valuesOfAnotherKindThanAskedForAreNothing() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("number", 1.5);
        values.put("empty", "");
        values.put("nothing", null);
        Wire wire = Wire.of(values);

        assertThat(wire.get("number").text()).isNull();
        assertThat(wire.get("number").items()).isEmpty();
        assertThat(wire.get("empty").word()).isNull();
        assertThat(wire.get("empty").text()).isEmpty();
        assertThat(wire.get("nothing").isPresent()).isFalse();
    }

    /** What a raw accessor returns. */
    public record Field(@Nullable Object value) {}

    /** A model as the generator makes them. */
    public record Model(Field _maxTokens, Map<String, Field> _additionalProperties) {}

    /** A union as the generator makes them. */
    public record Union(Optional<Object> _json) {}
}
