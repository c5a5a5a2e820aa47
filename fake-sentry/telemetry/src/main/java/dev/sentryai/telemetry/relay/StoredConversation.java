package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.content.ContentReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of a conversation.
 *
 * @param id as sent
 * @param spans those stored spans that carry the id, in the order of the wire
 */
public record StoredConversation(String id, List<StoredSpan> spans) {

    private static final List<String> USER = List.of(
            CommonAttributes.USER_ID,
            CommonAttributes.USER_EMAIL,
            CommonAttributes.USER_NAME,
            CommonAttributes.USER_IP_ADDRESS);

    /** Copies the list. */
    public StoredConversation {
        spans = List.copyOf(spans);
    }

    /**
     * Whether the conversation is listed: that takes some input and some output, on whichever spans.
     *
     * @return what stands in the way, if it is not
     */
    public Visibility inConversations() {
        List<String> obstacles = new ArrayList<>();
        if (texts(GenAiAttributes.INPUT_MESSAGES).findAny().isEmpty()) {
            obstacles.add("no span has " + GenAiAttributes.INPUT_MESSAGES);
        }
        if (texts(GenAiAttributes.OUTPUT_MESSAGES).findAny().isEmpty()) {
            obstacles.add("no span has " + GenAiAttributes.OUTPUT_MESSAGES);
        }
        return new Visibility(obstacles);
    }

    /**
     * The conversation's title: the first text by a user.
     *
     * @return empty if there is none, which shows as "Untitled conversation"
     */
    public Optional<String> title() {
        return texts(GenAiAttributes.INPUT_MESSAGES)
                .flatMap(sent -> ContentReader.messages(sent, "").stream())
                .filter(message -> message.role().equals("user"))
                .flatMap(StoredConversation::texts)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /**
     * Who talks to the model: the first id, e-mail address, name or IP address of a user.
     *
     * @return empty if there is none, which shows as "Unknown"
     */
    public Optional<String> user() {
        return USER.stream().flatMap(this::texts).findFirst();
    }

    private static Stream<String> texts(Message message) {
        return message.parts().stream().filter(Part.Text.class::isInstance).map(part -> ((Part.Text) part).content());
    }

    private Stream<String> texts(String key) {
        return spans.stream().flatMap(span -> span.text(key).stream());
    }
}
