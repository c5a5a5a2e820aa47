package dev.sentryai.providertests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How recorded content looks.
 *
 * @param <C> the type of the provider's client
 */
public interface ContentContract<C> extends Benched<C> {

    /** An image of which nothing must be seen. */
    String IMAGE = "data:image/png;base64,Y2FuYXJ5LWJpbmFyeQ==";

    /** Question and answer are messages of their roles. */
    @Test
    default void messagesHaveTheirRoles() throws Exception {
        bench().recordContent();
        bench().answer(Reply.text("Rainy"));

        ask(Question.of("Weather?"));

        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.inputMessages()).singleElement().satisfies(message -> {
            assertThat(message.role()).isEqualTo("user");
            assertThat(message.parts()).containsExactly(new Part.Text("Weather?"));
        });
        assertThat(span.outputMessages()).singleElement().satisfies(message -> {
            assertThat(message.role()).isEqualTo("assistant");
            assertThat(message.parts()).containsExactly(new Part.Text("Rainy"));
        });
    }

    /** Instructions stand apart from the conversation. */
    @Test
    default void instructionsStandApart() throws Exception {
        bench().needs(Feature.INSTRUCTIONS);
        bench().recordContent();

        ask(Question.of("Weather?").withInstructions("Be brief"));

        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.inputMessages()).extracting(Message::role).containsExactly("user");
    }

    /** Several answers are messages of their own. */
    @Test
    default void severalAnswersAreSeveralMessages() throws Exception {
        bench().needs(Feature.SEVERAL_ANSWERS);
        bench().recordContent();
        bench().answer(Reply.text("Rainy").withChoices(Reply.text("Sunny")));

        ask(Question.of("Weather?"));

        String finished = bench().provider().names().finished();
        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.finishReasons()).containsExactly(finished, finished);
        assertThat(span.outputMessages())
                .extracting(Message::parts)
                .containsExactly(List.of(new Part.Text("Rainy")), List.of(new Part.Text("Sunny")));
    }

    /** Binary content is replaced even where content is recorded. */
    @Test
    default void imagesAreReplaced() throws Exception {
        bench().needs(Feature.IMAGES);
        bench().recordContent();

        ask(Question.of("What is this?").withImage(IMAGE));

        assertThat(bench().onlyAiSpan().sent(GenAiAttributes.INPUT_MESSAGES).map(Object::toString))
                .hasValueSatisfying(messages -> assertThat(messages)
                        .contains("What is this?", Part.BLOB_SUBSTITUTE)
                        .doesNotContain("Y2FuYXJ5LWJpbmFyeQ"));
    }

    /** What kind of image was replaced is told. */
    @Test
    default void typesOfImagesAreKept() throws Exception {
        bench().needs(Feature.IMAGES);
        bench().needs(Feature.IMAGE_TYPES);
        bench().recordContent();

        ask(Question.of("What is this?").withImage(IMAGE));

        assertThat(bench().onlyAiSpan().inputMessages().get(0).parts()).contains(new Part.Blob("image", "image/png"));
    }

    /** Images elsewhere are named. */
    @Test
    default void addressesOfImagesAreKept() throws Exception {
        bench().needs(Feature.IMAGE_ADDRESSES);
        bench().recordContent();

        ask(Question.of("What is this?").withImage("https://example.com/cat.png"));

        assertThat(bench().onlyAiSpan().inputMessages().get(0).parts())
                .anySatisfy(part -> assertThat(part).isInstanceOfSatisfying(Part.Uri.class, image -> {
                    assertThat(image.modality()).isEqualTo("image");
                    assertThat(image.uri()).isEqualTo("https://example.com/cat.png");
                }));
    }

    /** The tools that the model may call, and the calls that it asks for. */
    @Test
    default void toolsAndToolCallsAreRecorded() throws Exception {
        bench().needs(Feature.TOOLS);
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

    /** A tool call of the conversation so far, and what the tool answered. */
    @Test
    default void resultsOfToolsAreRecorded() throws Exception {
        bench().needs(Feature.TOOLS);
        bench().recordContent();

        ask(Question.of("Weather?")
                .withTools("weather")
                .withToolUse(new ToolUse("call_1", "weather", "{\"city\":\"Cologne\"}", "21 degrees")));

        List<Message> messages = bench().onlyAiSpan().inputMessages();
        assertThat(messages).extracting(Message::role).containsExactly("user", "assistant", "tool");
        assertThat(messages.get(1).parts()).singleElement().satisfies(this::isWeatherCall);
        assertThat(messages.get(2).parts()).singleElement().satisfies(this::isWeatherResult);
    }

    /** A streamed tool call is put together from its chunks. */
    @Test
    default void streamedToolCallIsPutTogether() throws Exception {
        bench().needs(Feature.TOOLS);
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
        bench().needs(Feature.REFUSALS);
        bench().recordContent();
        bench().answer(Reply.text("").withRefusal("I would rather not"));

        ask(Question.of("Do harm"));

        SpanRecord span = bench().onlyAiSpan();
        assertThat(Texts.of(span.outputMessages())).isEqualTo("I would rather not");
        assertThat(span.finishReasons())
                .containsExactly(bench().provider().names().refused());
    }

    private void isWeatherCall(Part part) {
        assertThat(part).isInstanceOfSatisfying(Part.ToolCall.class, call -> {
            isIdOfTheCall(call.id());
            assertThat(call.name()).isEqualTo("weather");
        });
        assertThat(String.valueOf(part.toJson().get("arguments"))).contains("Cologne");
    }

    private void isWeatherResult(Part part) {
        assertThat(part).isInstanceOfSatisfying(Part.ToolCallResponse.class, result -> {
            isIdOfTheCall(result.id());
            assertThat(String.valueOf(result.response())).contains("21 degrees");
        });
    }

    private void isIdOfTheCall(@Nullable String id) {
        if (!bench().provider().lacks().contains(Feature.TOOL_CALL_IDS)) {
            assertThat(id).isEqualTo("call_1");
        }
    }

    private void ask(Question question) throws Exception {
        bench().inTransaction(() -> bench().provider().ask(bench().client(), question));
    }
}
