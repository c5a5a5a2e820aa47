package dev.sentryai.google;

import com.google.genai.Chats;
import com.google.genai.types.GenerateContentConfig;
import org.jspecify.annotations.Nullable;

/** Starts chats whose calls are recorded. Thread-safe. */
public final class TracedChats {

    private final Chats original;
    private final Calls calls;

    TracedChats(Chats original, Calls calls) {
        this.original = original;
        this.calls = calls;
    }

    /** Starts a chat with the model's defaults. */
    public TracedChat create(String model) {
        return create(model, null);
    }

    /**
     * Starts a chat.
     *
     * @param config the settings of its calls; null for the model's defaults
     */
    public TracedChat create(String model, @Nullable GenerateContentConfig config) {
        return new TracedChat(original.create(model, config), model, config, calls);
    }
}
