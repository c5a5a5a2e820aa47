package dev.sentryai.cohere;

import static org.assertj.core.api.Assertions.assertThat;

import com.cohere.api.requests.ChatRequest;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LegacyChatTest extends CohereBench {

    @Test
    void conversationSoFarComesBeforeTheMessage() {
        bench.recordContent();

        client.chat(Requests.as(
                ChatRequest.class,
                Map.of(
                        "model", "gpt-4o-mini",
                        "message", "And tomorrow?",
                        "preamble", "Be brief",
                        "chat_history",
                                List.of(
                                        Map.of("role", "SYSTEM", "message", "Be polite"),
                                        Map.of("role", "USER", "message", "Weather?"),
                                        Map.of("role", "CHATBOT", "message", "Rainy")))));

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"), new Part.Text("Be polite"));
        assertThat(span.inputMessages()).extracting(Message::role).containsExactly("user", "assistant", "user");
        assertThat(span.inputMessages())
                .flatExtracting(Message::parts)
                .containsExactly(new Part.Text("Weather?"), new Part.Text("Rainy"), new Part.Text("And tomorrow?"));
    }

    @Test
    void conversationHasTheIdThatTheProviderKeepsItBy() {
        client.chat(Requests.as(
                ChatRequest.class, Map.of("model", "gpt-4o-mini", "message", "Hi", "conversation_id", "chat-7")));

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.CONVERSATION_ID)).contains("chat-7");
    }

    @Test
    void streamThatTheProviderCannotFinishFailsWithoutAnEvent() {
        bench.answer(Reply.text("ignored").withChunks("one ", "two ", "three").failAfterChunks(2, Reply.error(503)));

        client.chatStream(LegacyRequests.chatStream(Question.of("Hi"))).forEach(event -> {});

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.finishReasons()).containsExactly("ERROR");
        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(span.sent(CommonAttributes.ERROR_TYPE)).contains("ERROR");
        assertThat(bench.telemetry().events()).isEmpty();
    }
}
