package dev.sentryai.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenAiResponseTest {

    private static final TokenUsage COUNTED = TokenUsage.builder().input(12).build();
    private static final TokenUsage TOLD =
            TokenUsage.builder().input(7).output(2).build();

    private static GenAiResponse.Builder guess() {
        return GenAiResponse.builder()
                .model("guessed")
                .usage(COUNTED)
                .conversationId("conv_1")
                .outputMessages(() -> List.of(Message.assistant("guessed")));
    }

    @Test
    void whatAnotherResponseKnowsCounts() {
        GenAiResponse told = GenAiResponse.builder()
                .id("r1")
                .model("told")
                .usage(TOLD)
                .conversationId("conv_2")
                .unfinished("ERROR")
                .outputMessages(() -> List.of(Message.assistant("told")))
                .build();

        GenAiResponse both = guess().from(told).build();

        assertThat(both.attributes())
                .containsEntry(GenAiAttributes.RESPONSE_ID, "r1")
                .containsEntry(GenAiAttributes.RESPONSE_MODEL, "told");
        assertThat(both.usage()).isEqualTo(TOLD);
        assertThat(both.conversationId()).contains("conv_2");
        assertThat(both.isUnfinished()).isTrue();
        assertThat(both.content().get(GenAiAttributes.OUTPUT_MESSAGES).get().toString())
                .contains("told");
    }

    @Test
    void whatAnotherResponseDoesNotKnowStays() {
        GenAiResponse both = guess().from(GenAiResponse.NONE).build();

        assertThat(both.attributes()).containsEntry(GenAiAttributes.RESPONSE_MODEL, "guessed");
        assertThat(both.usage()).isEqualTo(COUNTED);
        assertThat(both.conversationId()).contains("conv_1");
        assertThat(both.isUnfinished()).isFalse();
        assertThat(both.content()).containsKey(GenAiAttributes.OUTPUT_MESSAGES);
    }
}
