package dev.sentryai.format.bedrock;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the events of a streamed message together. What an event is shows by its members. */
final class ConverseEvents implements ResponseReader<Wire> {

    private final SortedMap<Integer, BlockEvents> blocks = new TreeMap<>();
    private Wire metadata = Wire.nothing();
    private @Nullable String stopReason;

    @Override
    public void accept(Wire event) {
        int index = event.get("contentBlockIndex").intOr(0);
        if (event.get("role").isPresent()) {
            // The client tries again when a connection breaks, and then the message begins anew.
            blocks.clear();
        } else if (event.get("start").isPresent()) {
            blocks.put(index, new BlockEvents(event.get("start")));
        } else if (event.get("delta").isPresent()) {
            blocks.computeIfAbsent(index, unseen -> new BlockEvents(Wire.nothing()))
                    .accept(event.get("delta"));
        } else if (event.get("stopReason").isPresent()) {
            stopReason = event.get("stopReason").word();
        } else if (event.get("usage").isPresent()) {
            metadata = event;
        }
    }

    @Override
    public GenAiResponse response() {
        String reason = stopReason;
        return Converse.read(metadata, reason)
                .outputMessages(() -> Converse.answer(content(), reason))
                .build();
    }

    private List<Part> content() {
        return blocks.values().stream()
                .flatMap(block -> ContentBlocks.parts(block.soFar()).stream())
                .toList();
    }
}
