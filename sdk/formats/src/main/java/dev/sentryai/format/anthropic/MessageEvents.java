package dev.sentryai.format.anthropic;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the events of a streamed message together. */
final class MessageEvents implements ResponseReader<Wire> {

    private final SortedMap<Integer, BlockEvents> blocks = new TreeMap<>();
    private final Usage usage = new Usage();
    private Wire message = Wire.nothing();
    private Messages.Stop stop = new Messages.Stop(null, null);

    @Override
    public void accept(Wire event) {
        int index = event.get("index").intOr(0);
        switch (event.get("type").textOrEmpty()) {
            case "message_start" -> start(event.get("message"));
            case "content_block_start" -> blocks.put(index, new BlockEvents(event.get("content_block")));
            case "content_block_delta" -> block(index).accept(event.get("delta"));
            case "message_delta" -> end(event);
            default -> {}
        }
    }

    private BlockEvents block(int index) {
        return blocks.computeIfAbsent(index, unseen -> new BlockEvents(Wire.nothing()));
    }

    private void start(Wire started) {
        message = started;
        usage.add(started.get("usage"));
    }

    private void end(Wire event) {
        stop = Messages.Stop.of(event.get("delta"));
        usage.add(event.get("usage"));
    }

    @Override
    public GenAiResponse response() {
        return Messages.read(message, usage, stop)
                .outputMessages(() -> Messages.answer(content(), stop))
                .build();
    }

    private List<Wire> content() {
        return blocks.values().stream().map(BlockEvents::soFar).toList();
    }
}
