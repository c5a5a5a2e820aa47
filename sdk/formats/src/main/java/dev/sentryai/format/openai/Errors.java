package dev.sentryai.format.openai;

import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Reads what the API says about requests that it does not answer, or not to the end. */
final class Errors {

    private Errors() {}

    /** Returns the error's code, which is the finer word but which not every error has, or else its type. */
    static @Nullable String type(Wire bodyOrEvent) {
        Wire error = error(bodyOrEvent);
        String code = error.get("code").word();
        return code == null ? error.get("type").word() : code;
    }

    /** Streamed responses end with an event that is the error, or that has a response which has it. */
    private static Wire error(Wire bodyOrEvent) {
        if (bodyOrEvent.get("type").textOrEmpty().equals("error")) {
            return bodyOrEvent.get("error").isPresent() ? bodyOrEvent.get("error") : bodyOrEvent;
        }
        return (bodyOrEvent.get("response").isPresent() ? bodyOrEvent.get("response") : bodyOrEvent).get("error");
    }
}
