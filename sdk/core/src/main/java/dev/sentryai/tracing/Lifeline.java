package dev.sentryai.tracing;

import java.lang.ref.Cleaner;
import java.util.Iterator;

/**
 * Keeps a call open for as long as the application can reach what it has not read to the end. Whatever the application holds of a
 * result refers to it; nothing else may, least of all the recording. Thread-safe.
 */
public final class Lifeline {

    private static final Cleaner CLEANER = Cleaner.create();

    private final Recording recording;
    private final Cleaner.Cleanable unreachable;

    /** Ends the recording as abandoned when nothing refers to this lifeline any more. */
    public Lifeline(Recording recording) {
        this.recording = recording;
        unreachable = CLEANER.register(this, recording::abandon);
    }

    /** Takes the next chunk. */
    public void chunk(Object chunk) {
        recording.chunk(chunk);
    }

    /** Ends the call: everything has arrived. */
    public void succeed() {
        recording.succeed();
        unreachable.clean();
    }

    /** Ends the call with what went wrong. */
    public void fail(Throwable failure) {
        recording.fail(failure);
        unreachable.clean();
    }

    /** Returns an iterator that passes on what the client's has, and follows it to its end or failure. */
    public <T> Iterator<T> follow(Iterator<T> chunks) {
        return new TrackedIterator<>(chunks, this);
    }

    /** Ends the call: the application does not want the rest. Call it before the connection is closed. */
    public void abandon() {
        unreachable.clean();
    }
}
