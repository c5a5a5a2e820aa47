package dev.sentryai.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.models.Reasoning;
import com.openai.models.ReasoningEffort;
import com.openai.models.responses.ResponseConversationParam;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import dev.sentryai.SentryAi;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.Gap;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponsesTest extends OpenAiBench {

    @Test
    void requestParametersAreRecorded() {
        create(params().temperature(0.5)
                .topP(0.25)
                .maxOutputTokens(100)
                .reasoning(Reasoning.builder().effort(ReasoningEffort.HIGH).build())
                .build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_REASONING_LEVEL, "high");
        assertThat(span.sent(GenAiAttributes.REQUEST_MAX_TOKENS).map(Object::toString))
                .contains("100");
    }

    @Test
    void conversationGivenByItsIdIsKnown() {
        create(params().conversation("conv_1").build());

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.CONVERSATION_ID)).contains("conv_1");
    }

    @Test
    void conversationGivenAsAnObjectIsKnown() {
        create(params().conversation(
                        ResponseConversationParam.builder().id("conv_2").build())
                .build());

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.CONVERSATION_ID)).contains("conv_2");
    }

    @Test
    void previousResponseIsNoConversation() {
        create(params().previousResponseId("resp_1").build());

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.CONVERSATION_ID)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked") // the client lets any JSON stand for any field
    void itemsOfTheInputBecomeMessages() {
        bench.recordContent();

        create(params().input(JsonValue.from(List.of(
                        Map.of("role", "developer", "content", "Be kind"),
                        Map.of("role", "user", "content", "Weather?"),
                        Map.of(
                                "type", "reasoning",
                                "id", "rs_1",
                                "summary", List.of(Map.of("type", "summary_text", "text", "Look it up"))),
                        Map.of(
                                "type", "function_call",
                                "call_id", "call_1",
                                "name", "weather",
                                "arguments", "{\"city\":\"Cologne\"}"),
                        Map.of("type", "function_call_output", "call_id", "call_1", "output", "21 degrees"),
                        Map.of("type", "web_search_call", "id", "ws_1", "status", "completed"))))
                .instructions("Be brief")
                .build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"), new Part.Text("Be kind"));
        assertThat(span.inputMessages())
                .extracting(Message::role)
                .containsExactly("user", "assistant", "assistant", "tool", "assistant");
        assertThat(span.inputMessages().get(1).parts()).containsExactly(new Part.Reasoning("Look it up"));
        assertThat(span.inputMessages().get(3).parts())
                .containsExactly(new Part.ToolCallResponse("call_1", "21 degrees"));
        assertThat(span.inputMessages().get(4).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.type()).isEqualTo("server_tool_call"));
    }

    @Test
    void incompleteAnswerSaysWhy() {
        bench.leavesOut(Gap.USAGE);
        bench.llm()
                .onResponses()
                .reply(Reply.json(
                        "{\"id\":\"resp_1\",\"object\":\"response\",\"model\":\"m\",\"status\":\"incomplete\","
                                + "\"incomplete_details\":{\"reason\":\"max_output_tokens\"},\"output\":[]}"));

        create(params().build());

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.RESPONSE_FINISH_REASONS))
                .contains("[\"max_output_tokens\"]");
    }

    @Test
    void streamThatEndsWithoutItsLastEventKeepsItsItems() {
        bench.leavesOut(Gap.USAGE);
        bench.recordContent();
        bench.llm()
                .onResponses()
                .reply(Reply.events(
                        "{\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"resp_1\",\"model\":\"m\","
                                + "\"status\":\"in_progress\",\"output\":[]}}",
                        "{\"type\":\"response.output_item.done\",\"sequence_number\":1,\"output_index\":0,\"item\":{\"type\":"
                                + "\"function_call\",\"id\":\"fc_1\",\"call_id\":\"call_1\",\"name\":\"weather\",\"arguments\":\"{}\"}}",
                        "{\"type\":\"response.output_text.delta\",\"sequence_number\":2,\"output_index\":1,\"content_index\":0,"
                                + "\"item_id\":\"msg_1\",\"delta\":\"Let me\",\"logprobs\":[]}",
                        "{\"type\":\"response.output_text.delta\",\"sequence_number\":3,\"output_index\":1,\"content_index\":0,"
                                + "\"item_id\":\"msg_1\",\"delta\":\" see\",\"logprobs\":[]}"));

        try (StreamResponse<ResponseStreamEvent> events = client.responses().createStreaming(params().build())) {
            assertThat(events.stream()).hasSize(4);
        }

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.sent(GenAiAttributes.RESPONSE_ID)).contains("resp_1");
        assertThat(span.sent(GenAiAttributes.RESPONSE_FINISH_REASONS)).isEmpty();
        assertThat(span.outputMessages().get(0).parts()).extracting(Part::type).containsExactly("tool_call", "text");
        assertThat(span.outputMessages().get(0).parts().get(1)).isEqualTo(new Part.Text("Let me see"));
    }

    @Test
    void conversationOfTheApplicationIsStronger() {
        SentryAi.setConversationId("mine");

        create(params().conversation("theirs").build());

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.CONVERSATION_ID)).contains("mine");
    }

    private void create(ResponseCreateParams params) {
        client.responses().create(params);
    }

    private static ResponseCreateParams.Builder params() {
        return ResponseCreateParams.builder().model("gpt-4o-mini").input("Hi");
    }
}
