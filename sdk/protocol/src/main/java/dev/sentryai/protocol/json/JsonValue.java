package dev.sentryai.protocol.json;

import java.util.Map;

/** Something that is written as a JSON object. */
public interface JsonValue {

    /** Returns the members in the order in which they are written; their values are what {@link Json#write} accepts. */
    Map<String, ?> toJson();
}
