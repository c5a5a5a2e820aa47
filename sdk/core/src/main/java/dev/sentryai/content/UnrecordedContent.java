package dev.sentryai.content;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The content that a call knows but does not record, until it ends: its own, and that of calls inside. Thread-safe. */
public final class UnrecordedContent {

    private HiddenContent own = HiddenContent.NONE;
    private @Nullable InnerContent inside;
    private boolean ended;

    /**
     * Adds a value of the call, in the place of that with the same key.
     *
     * @param value run whenever something fails; texts, or anything with texts in it
     */
    public synchronized void add(String key, Supplier<?> value) {
        if (!ended) {
            own = own.with(key, value);
        }
    }

    /** Adds what a call inside knew: what fails after it may quote it, or be a failure on its way that nobody told it of. */
    public synchronized void addInside(HiddenContent content) {
        if (!ended && !content.isEmpty()) {
            inside = inside == null ? new InnerContent() : inside;
            inside.add(content);
        }
    }

    /** Returns all of it. */
    public synchronized HiddenContent all() {
        return inside == null ? own : own.and(inside.all());
    }

    /** Returns all of it for the last time, as the call ends. */
    public synchronized HiddenContent end() {
        HiddenContent all = all();
        own = HiddenContent.NONE;
        inside = null;
        ended = true;
        return all;
    }
}
