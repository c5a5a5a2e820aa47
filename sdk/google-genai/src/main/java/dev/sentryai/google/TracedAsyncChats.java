package dev.sentryai.google;

import com.google.genai.AsyncChats;
import com.google.genai.types.GenerateContentConfig;
import org.jspecify.annotations.Nullable;

/** Starts chats whose calls are recorded. Thread-safe. */
public final class TracedAsyncChats {

    private final AsyncChats original;
    private final Calls calls;

    TracedAsyncChats(AsyncChats original, Calls calls) {
        this.original = original;
        this.calls = calls;
    }

    /** Starts a chat with the model's defaults. */
    public TracedAsyncChat create(String model) {
        return create(model, null);
    }

    /**
     * Starts a chat.
     *
     * @param config the settings of its calls; null for the model's defaults
     */
    public TracedAsyncChat create(String model, @Nullable GenerateContentConfig config) {
        return new TracedAsyncChat(original.create(model, config), model, config, calls);
    }
}
