package dev.sentryai.fakesentry;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes envelopes in, one after the other: number, recording, store, listeners. Safe for use by many threads. */
final class Inbox {

    private final EnvelopeStore store;
    private final Optional<Recorder> recorder;
    private final Clock clock;
    private final List<Consumer<? super ReceivedEnvelope>> listeners = new CopyOnWriteArrayList<>();
    private long nextNumber;

    Inbox(EnvelopeStore store, Optional<Recorder> recorder, Clock clock) {
        this.store = store;
        this.recorder = recorder;
        this.clock = clock;
        this.nextNumber = recorder.map(Recorder::firstNumber).orElse(1L);
    }

    /** One lock for all steps, so that numbers, files, store and listeners tell the same order. */
    synchronized void accept(Arrival arrival) {
        ReceivedEnvelope envelope = new ReceivedEnvelope(nextNumber, clock.instant(), arrival);
        recorder.ifPresent(files -> files.write(envelope.fileName(), envelope.decodedBytes()));
        nextNumber++;
        store.add(envelope);
        listeners.forEach(listener -> listener.accept(envelope));
    }

    void refuse(Refusal refusal) {
        store.refused(refusal);
    }

    void onEnvelope(Consumer<? super ReceivedEnvelope> listener) {
        listeners.add(listener);
    }
}
