package dev.sentryai.google;

import com.google.genai.Client;

/**
 * A client whose calls are recorded. Its fields and their methods are named as those of {@link Client} are, so that code goes on as
 * it was but for the type. Thread-safe.
 */
public final class TracedClient implements AutoCloseable {

    /** Generates content and embeds. */
    public final TracedModels models;

    /** Starts chats. */
    public final TracedChats chats;

    /** The same, asynchronously. */
    public final Async async;

    private final Client original;

    TracedClient(Client original, Calls calls) {
        this.original = original;
        this.models = new TracedModels(original.models, calls);
        this.chats = new TracedChats(original.chats, calls);
        this.async = new Async(original.async, calls);
    }

    /** Returns the client behind this one, whose calls are not recorded: for what this one has no methods for. */
    public Client original() {
        return original;
    }

    /** Closes the client behind this one. */
    @Override
    public void close() {
        original.close();
    }

    /** The asynchronous half of the client. Thread-safe. */
    public static final class Async {

        /** Generates content and embeds. */
        public final TracedAsyncModels models;

        /** Starts chats. */
        public final TracedAsyncChats chats;

        private Async(Client.Async original, Calls calls) {
            this.models = new TracedAsyncModels(original.models, calls);
            this.chats = new TracedAsyncChats(original.chats, calls);
        }
    }
}
