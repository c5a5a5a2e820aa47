package dev.sentryai.format.bedrock;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import java.util.List;

/** How Amazon's Nova models are invoked: as in Converse, but that events stand under their names. */
final class NovaMessages {

    static final WireOperation OPERATION = new WireOperation(
            Converse::request,
            () -> ResponseReader.of(Converse::response),
            () -> new ConverseEvents().from(NovaMessages::event),
            body -> null);

    private static final List<String> EVENTS = List.of(
            "messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata");

    private NovaMessages() {}

    static boolean isAnswer(Wire bodyOrEvent) {
        return bodyOrEvent.get("output").get("message").isPresent()
                || event(bodyOrEvent).isPresent();
    }

    private static Wire event(Wire named) {
        return EVENTS.stream()
                .map(named::get)
                .filter(Wire::isPresent)
                .findFirst()
                .orElse(Wire.nothing());
    }
}
