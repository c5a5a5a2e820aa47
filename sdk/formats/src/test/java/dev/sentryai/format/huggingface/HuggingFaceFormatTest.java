package dev.sentryai.format.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.format.FormatTest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class HuggingFaceFormatTest extends FormatTest {

    private static final String ASKED = "{\"model\":\"llama\",\"inputs\":\"Weather?\"}";

    private static List<List<Part>> answers(SpanRecord span) {
        return span.outputMessages().stream().map(Message::parts).toList();
    }

    @Test
    void requestIsRead() {
        SpanRecord span = whole(HuggingFaceFormat.TEXT_GENERATION, """
                {"model":"llama","inputs":"Weather?","parameters":{"max_new_tokens":20,"temperature":0.5,"top_p":0.25,
                 "top_k":40,"seed":7,"frequency_penalty":0.125,"stop":["END"],"details":true}}""", "{}");

        assertThat(span.name()).isEqualTo("text_completion llama");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_FREQUENCY_PENALTY, 0.125)
                .containsEntry(GenAiAttributes.REQUEST_SEED, "7")
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END"));
        assertThat(span.integer(GenAiAttributes.REQUEST_MAX_TOKENS)).contains(20L);
        assertThat(span.integer(GenAiAttributes.REQUEST_TOP_K)).contains(40L);
        assertThat(span.inputMessages()).containsExactly(Message.user("Weather?"));
    }

    @Test
    void theOnlyModelOfAServerHasItsServersName() {
        assertThat(whole(HuggingFaceFormat.TEXT_GENERATION, "{\"inputs\":\"Weather?\"}", "{}")
                        .requestModel())
                .contains("tgi");
    }

    @Test
    void textAndDetailsAreRead() {
        SpanRecord span = whole(HuggingFaceFormat.TEXT_GENERATION, ASKED, """
                {"generated_text":"Rain","details":{"finish_reason":"length","generated_tokens":20,
                 "prefill":[{"id":1,"text":"We"},{"id":2,"text":"ather?"}],"tokens":[]}}""");

        assertThat(answers(span)).containsExactly(List.of(new Part.Text("Rain")));
        assertThat(span.finishReasons()).containsExactly("length");
        assertThat(span.usage())
                .isEqualTo(TokenUsage.builder().input(2).output(20).total(22).build());
    }

    @Test
    void sequencesOfOneAnswerAreAnswersOfTheirOwn() {
        SpanRecord span = whole(HuggingFaceFormat.TEXT_GENERATION, ASKED, """
                {"generated_text":"Rain","details":{"finish_reason":"eos_token","generated_tokens":2,"prefill":[],
                 "best_of_sequences":[{"generated_text":"Sun","finish_reason":"length","generated_tokens":3}]}}""");

        assertThat(answers(span)).containsExactly(List.of(new Part.Text("Rain")), List.of(new Part.Text("Sun")));
        assertThat(span.finishReasons()).containsExactly("eos_token", "length");
        assertThat(span.usage().output()).isEqualTo(5);
        assertThat(span.usage().input()).isNull();
    }

    @Test
    void textWithoutDetailsHasNoUsage() {
        SpanRecord span = whole(HuggingFaceFormat.TEXT_GENERATION, ASKED, "{\"generated_text\":\"Rain\"}");

        assertThat(answers(span)).containsExactly(List.of(new Part.Text("Rain")));
        assertThat(span.usage().isEmpty()).isTrue();
    }

    @Test
    void lastTokenHasTheWholeText() {
        SpanRecord span = streamed(
                HuggingFaceFormat.TEXT_GENERATION,
                ASKED,
                "{\"token\":{\"text\":\"Ra\",\"special\":false},\"generated_text\":null,\"details\":null}",
                "{\"token\":{\"text\":\"in\",\"special\":false},\"generated_text\":null,\"details\":null}",
                """
                {"token":{"text":"</s>","special":true},"generated_text":"Rain",
                 "details":{"finish_reason":"eos_token","generated_tokens":3,"input_length":4}}""");

        assertThat(answers(span)).containsExactly(List.of(new Part.Text("Rain")));
        assertThat(span.finishReasons()).containsExactly("eos_token");
        assertThat(span.usage())
                .isEqualTo(TokenUsage.builder().input(4).output(3).total(7).build());
    }

    @Test
    void streamThatEndsEarlyHasWhatHasArrived() {
        SpanRecord span = streamed(
                HuggingFaceFormat.TEXT_GENERATION,
                ASKED,
                "{\"token\":{\"text\":\"<s>\",\"special\":true}}",
                "{\"token\":{\"text\":\"Ra\",\"special\":false}}");

        assertThat(answers(span)).containsExactly(List.of(new Part.Text("Ra")));
        assertThat(span.finishReasons()).isEmpty();
    }

    @Test
    void textsToEmbedAreReadAndVectorsAreNot() {
        SpanRecord span = whole(
                HuggingFaceFormat.FEATURE_EXTRACTION,
                "{\"model\":\"bert\",\"inputs\":[\"a\",\"b\"]}",
                "[[0.5],[0.25]]");

        assertThat(span.name()).isEqualTo("embeddings bert");
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("[\"a\",\"b\"]");
        assertThat(span.usage().isEmpty()).isTrue();
    }

    @Test
    void errorsHaveAType() {
        assertThat(HuggingFaceFormat.TEXT_GENERATION
                        .errorType()
                        .apply(json("{\"error\":\"Model is overloaded\",\"error_type\":\"overloaded\"}")))
                .isEqualTo("overloaded");
        assertThat(HuggingFaceFormat.TEXT_GENERATION.errorType().apply(json("{\"error\":\"Model is loading\"}")))
                .isNull();
    }
}
