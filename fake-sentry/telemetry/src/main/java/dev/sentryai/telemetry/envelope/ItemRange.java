package dev.sentryai.telemetry.envelope;

import dev.sentryai.telemetry.json.JsonObject;

/** Where an item lies in its envelope, and its header; all indexes count bytes, ends are exclusive. */
record ItemRange(JsonObject header, int headerStart, int headerEnd, int payloadStart, int payloadEnd) {

    String type() {
        return header.string("type").orElseThrow();
    }
}
