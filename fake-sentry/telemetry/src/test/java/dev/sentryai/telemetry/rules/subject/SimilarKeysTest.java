package dev.sentryai.telemetry.rules.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.ConventionsVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarKeysTest {

    private final Conventions conventions = Conventions.of(ConventionsVersion.newest());

    @ParameterizedTest
    @CsvSource({
        "gen_ai.request.modle, gen_ai.request.model",
        "gen_ai.Request.Model, gen_ai.request.model",
        "gen_ai.usage.tokens.input, gen_ai.usage.input_tokens",
        "gen_ai.usage_input_tokens, gen_ai.usage.input_tokens",
        "gen_ai.usage.input_token, gen_ai.usage.input_tokens",
        "gen_ai.input.message, gen_ai.input.messages",
        "gen_ai.tool.definition, gen_ai.tool.definitions",
        "gen_ai.usage.cache_write.input_tokens, gen_ai.usage.cache_creation.input_tokens",
        "gen_ai.sytem, gen_ai.provider.name"
    })
    void findsTheKeyThatWasMeant(String sent, String meant) {
        assertThat(conventions.similarTo(sent)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"gen_ai.favourite_colour", "gen_ai.x", "gen_ai."})
    void suggestsNothingWhereNothingIsClose(String sent) {
        assertThat(conventions.similarTo(sent)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 0",
        "abc, abd, 1",
        "abc, acb, 1",
        "abc, ab, 1",
        "abc, abcd, 1",
        "kitten, sitting, 3",
        "'', abc, 3"
    })
    void distanceCountsEditsAndSwaps(String from, String to, int expected) {
        assertThat(EditDistance.between(from, to)).isEqualTo(expected);
        assertThat(EditDistance.between(to, from)).isEqualTo(expected);
    }

    @Test
    void olderConventionsSuggestTheirOwnKeys() {
        assertThat(Conventions.of(ConventionsVersion.V0_19_0).similarTo("gen_ai.memory.store_id"))
                .isEmpty();
        assertThat(conventions.similarTo("gen_ai.memory.store_id")).contains("gen_ai.memory.store.id");
    }
}
