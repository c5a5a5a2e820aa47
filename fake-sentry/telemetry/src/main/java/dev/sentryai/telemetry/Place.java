package dev.sentryai.telemetry;

import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.json.JsonObject;

/** The item that is being read. */
record Place(CapturedEnvelope captured, Item item) {

    Location payload() {
        return at("", item.offset());
    }

    Location at(String pointer, long offset) {
        return new Location(captured.file(), item.index(), null, pointer, offset);
    }

    /** The location of a span, which is that of its JSON object. */
    Location span(int index, String pointer, JsonObject object) {
        return new Location(captured.file(), item.index(), index, pointer, item.offset() + object.offset());
    }
}
