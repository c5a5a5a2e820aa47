package dev.sentryai.providertests.contract;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import java.util.List;
import java.util.stream.Collectors;

/** The text in messages. */
final class Texts {

    private Texts() {}

    /** Returns all texts of all messages, joined. */
    static String of(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> message.parts().stream())
                .filter(Part.Text.class::isInstance)
                .map(part -> ((Part.Text) part).content())
                .collect(Collectors.joining());
    }
}
