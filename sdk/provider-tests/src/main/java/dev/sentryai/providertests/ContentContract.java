package dev.sentryai.providertests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.SpanRecord;
import org.junit.jupiter.api.Test;

/**
 * What of the content is recorded, and that nothing else is.
 *
 * @param <C> the type of the provider's client
 */
public interface ContentContract<C> extends Benched<C> {

    /** Appears in everything that goes in. */
    String CANARY_IN = "canary-in-7c1e";

    /** Appears in everything that comes out. */
    String CANARY_OUT = "canary-out-93fa";

    /** An image whose content is the canary that must never be seen. */
    String IMAGE = "data:image/png;base64,Y2FuYXJ5LWJpbmFyeQ==";

    /** Without a decision, no content leaves the process. */
    @Test
    default void contentIsNotRecordedByDefault() throws Exception {
        converse();

        assertThat(bench().telemetry().aiSpans()).hasSize(2);
        assertThat(bench().everythingSent()).doesNotContain(CANARY_IN, CANARY_OUT, "Y2FuYXJ5LWJpbmFyeQ");
    }

    /** Inputs can be recorded without outputs. */
    @Test
    default void inputsAloneAreRecorded() throws Exception {
        bench().configure(ai -> {
            ai.setRecordInputs(true);
            ai.setRecordOutputs(false);
        });

        converse();

        assertThat(bench().telemetry().aiSpans()).hasSize(2);
        assertThat(bench().everythingSent()).contains(CANARY_IN).doesNotContain(CANARY_OUT);
    }

    /** Outputs can be recorded without inputs. */
    @Test
    default void outputsAloneAreRecorded() throws Exception {
        bench().configure(ai -> {
            ai.setRecordInputs(false);
            ai.setRecordOutputs(true);
        });

        converse();

        assertThat(bench().telemetry().aiSpans()).hasSize(2);
        assertThat(bench().everythingSent()).contains(CANARY_OUT).doesNotContain(CANARY_IN);
    }

    /** What is left to the Sentry SDK follows its switch for personal data. */
    @Test
    @SuppressWarnings("deprecation") // deprecated by newer versions of the Sentry SDK only
    default void undecidedRecordingFollowsSendDefaultPii() throws Exception {
        bench().configure(options -> options.setSendDefaultPii(true), ai -> {});

        converse();

        assertThat(bench().everythingSent()).contains(CANARY_IN, CANARY_OUT);
    }

    /** Question and answer are messages of their roles; instructions stand apart. */
    @Test
    default void messagesHaveTheirRoles() throws Exception {
        bench().recordContent();
        bench().answer(Reply.text("Rainy"));

        ask(Question.of("Weather?").withInstructions("Be brief"));

        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.inputMessages()).singleElement().satisfies(message -> {
            assertThat(message.role()).isEqualTo("user");
            assertThat(message.parts()).containsExactly(new Part.Text("Weather?"));
        });
        assertThat(span.outputMessages()).singleElement().satisfies(message -> {
            assertThat(message.role()).isEqualTo("assistant");
            assertThat(message.parts()).containsExactly(new Part.Text("Rainy"));
        });
    }

    /** Binary content is replaced even where content is recorded. */
    @Test
    default void imagesAreReplaced() throws Exception {
        bench().recordContent();

        ask(Question.of("What is this?").withImage(IMAGE));

        assertThat(bench().onlyAiSpan().sent(GenAiAttributes.INPUT_MESSAGES).map(Object::toString))
                .hasValueSatisfying(messages -> assertThat(messages)
                        .contains("What is this?", Part.BLOB_SUBSTITUTE, "image/png")
                        .doesNotContain("Y2FuYXJ5LWJpbmFyeQ"));
    }

    /** Images elsewhere are named. */
    @Test
    default void addressesOfImagesAreKept() throws Exception {
        bench().recordContent();

        ask(Question.of("What is this?").withImage("https://example.com/cat.png"));

        assertThat(bench().onlyAiSpan().inputMessages().get(0).parts())
                .contains(new Part.Uri("image", "https://example.com/cat.png", null));
    }

    /** The tools that the model may call, and the calls that it asks for. */
    @Test
    default void toolsAndToolCallsAreRecorded() throws Exception {
        bench().recordContent();
        bench().answer(Reply.toolCall("call_1", "weather", "{\"city\":\"Cologne\"}"));

        ask(Question.of("Weather?").withTools("weather"));

        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.toolDefinitions())
                .singleElement()
                .satisfies(tool -> assertThat(tool.name()).isEqualTo("weather"));
        assertThat(span.sent(GenAiAttributes.TOOL_DEFINITIONS).orElseThrow().toString())
                .contains("\"city\"");
        assertThat(span.outputMessages().get(0).parts()).singleElement().satisfies(this::isWeatherCall);
    }

    /** A streamed tool call is put together from its chunks. */
    @Test
    default void streamedToolCallIsPutTogether() throws Exception {
        bench().recordContent();
        bench().answer(Reply.toolCall("call_1", "weather", "{\"city\":\"Cologne\"}"));

        bench().inTransaction(() -> {
            Question question = Question.of("Weather?").withTools("weather");
            try (AnswerStream answer = bench().provider().stream(bench().client(), question)) {
                return answer.readAll();
            }
        });

        assertThat(bench().onlyAiSpan().outputMessages().get(0).parts())
                .singleElement()
                .satisfies(this::isWeatherCall);
    }

    /** What the model says when it refuses is what it said. */
    @Test
    default void refusalIsRecorded() throws Exception {
        bench().recordContent();
        bench().answer(Reply.text("").withRefusal("I would rather not"));

        ask(Question.of("Do harm"));

        assertThat(Texts.of(bench().onlyAiSpan().outputMessages())).isEqualTo("I would rather not");
    }

    private void isWeatherCall(Part part) {
        assertThat(part).isInstanceOfSatisfying(Part.ToolCall.class, call -> {
            assertThat(call.id()).isEqualTo("call_1");
            assertThat(call.name()).isEqualTo("weather");
        });
        assertThat(String.valueOf(part.toJson().get("arguments"))).contains("Cologne");
    }

    private void converse() throws Exception {
        bench().answer(Reply.text(CANARY_OUT).withToolCall("call_1", "weather", "{\"city\":\"" + CANARY_OUT + "\"}"));
        Question question = Question.of(CANARY_IN)
                .withInstructions(CANARY_IN)
                .withImage(IMAGE)
                .withTools(CANARY_IN);
        bench().inTransaction(() -> {
            bench().provider().ask(bench().client(), question);
            try (AnswerStream answer = bench().provider().stream(bench().client(), question)) {
                return answer.readAll();
            }
        });
    }

    private void ask(Question question) throws Exception {
        bench().inTransaction(() -> bench().provider().ask(bench().client(), question));
    }
}
