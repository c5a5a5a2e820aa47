package dev.sentryai.proxy;

import java.lang.ref.Cleaner;

/**
 * Keeps a call open for as long as the application can reach what it has not read to the end. Whatever the application holds of a
 * result refers to it; nothing else may, least of all the recording. Thread-safe.
 */
final class Lifeline {

    private static final Cleaner CLEANER = Cleaner.create();

    private final Recording recording;
    private final Cleaner.Cleanable unreachable;

    Lifeline(Recording recording) {
        this.recording = recording;
        unreachable = CLEANER.register(this, recording::abandon);
    }

    void chunk(Object chunk) {
        recording.chunk(chunk);
    }

    void succeed() {
        recording.succeed();
        unreachable.clean();
    }

    void fail(Throwable failure) {
        recording.fail(failure);
        unreachable.clean();
    }

    void abandon() {
        unreachable.clean();
    }
}
