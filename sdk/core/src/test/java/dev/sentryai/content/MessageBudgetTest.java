package dev.sentryai.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.protocol.message.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageBudgetTest {

    private static int bytes(List<Message> messages) {
        return Messages.toJson(messages).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void whatFitsStays() {
        List<Message> messages = List.of(Message.user("first"), Message.assistant("second"));

        assertThat(new MessageBudget(bytes(messages)).fit(messages)).isEqualTo(messages);
    }

    @Test
    void theOldestGoFirst() {
        List<Message> messages = List.of(Message.user("first"), Message.assistant("second"));

        assertThat(new MessageBudget(bytes(messages) - 1).fit(messages)).containsExactly(Message.assistant("second"));
    }

    @Test
    void theLastOneIsCutToTheByteBetweenCharacters() {
        List<Message> messages = List.of(Message.user("\"\u00e9\uD83D\uDE00".repeat(100)));

        for (int max = 65; max < 85; max++) {
            List<Message> cut = new MessageBudget(max).fit(messages);

            assertThat(bytes(cut)).isBetween(max - 3, max);
            assertThat(Messages.toJson(cut)).doesNotContain("\uFFFD").contains("...\"}]}]");
        }
    }

    @Test
    void partsBehindTheCutAreLeftOut() {
        Message message = Message.of("user", new Part.Text("x".repeat(100)), new Part.Text("y"));

        List<Message> cut = new MessageBudget(80).fit(List.of(message));

        assertThat(cut)
                .singleElement()
                .satisfies(kept -> assertThat(kept.parts()).hasSize(1));
    }

    @Test
    void nothingIsKeptWhereNotEvenTheRoleFits() {
        assertThat(new MessageBudget(20).fit(List.of(Message.user("x".repeat(100)))))
                .isEmpty();
    }
}
