package dev.sentryai.http.exchange;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.Binding;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.protocol.GenAiOps;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A call under way: takes in what passes by on its way to the application, and ends. Only the first end counts. No method throws, and
 * none changes what it is given. Thread-safe.
 */
public final class Exchange {

    private static final WireOperation NOTHING = WireOperation.unknown(GenAiOps.CHAT);

    private final GenAiCall call;
    private final Answer answer;
    private final boolean isStreamed;
    private final BooleanSupplier isCall;
    private BodyReader body = BodyReader.UNREAD;
    private @Nullable Throwable breakage;
    private boolean isSettled;

    Exchange(GenAiCall call, WireOperation operation, boolean isStreamed) {
        this(call, operation, isStreamed, () -> true);
    }

    private Exchange(GenAiCall call, WireOperation operation, boolean isStreamed, BooleanSupplier isCall) {
        this.call = call;
        this.answer = new Answer(call, operation);
        this.isStreamed = isStreamed;
        this.isCall = isCall;
    }

    /**
     * Returns a call of which nothing is read.
     *
     * @param isCall tells, when it fails, whether it is one at all
     */
    static Exchange unwatched(GenAiCall call, BooleanSupplier isCall) {
        return new Exchange(call, NOTHING, false, isCall);
    }

    /**
     * Makes the call current on this thread, for what the client does inside of it.
     *
     * @return to be closed on this thread
     */
    public Binding bind() {
        return call.bind();
    }

    /**
     * Makes current on this thread what was current where the call was made, for what the application does after it.
     *
     * @return to be closed on this thread
     */
    public Binding bindCaller() {
        return call.bindCaller();
    }

    /** Takes the head of the response, before anything of its body; of several heads the last counts. */
    public synchronized void respond(ResponseHead head) {
        call.observe(() -> body = answer.begin(head, isStreamed));
    }

    /** Takes the next part of the response's body. */
    public synchronized void take(ByteBuffer part) {
        call.observe(() -> body.accept(part.asReadOnlyBuffer()));
    }

    /** Ends the call: the body has arrived. */
    public synchronized void complete() {
        call.observe(body::end);
        answer.end();
    }

    /**
     * Takes note that the body will not arrive. What the application sees of that is what the call fails with; if it never looks, or
     * {@linkplain #settle has nothing that would show it}, it is this.
     */
    public synchronized void breakOff(Throwable failure) {
        if (breakage == null) {
            breakage = failure;
        }
        if (isSettled) {
            fail(failure);
        }
    }

    /** Says that nobody is going to tell what the application sees of the body. */
    public synchronized void settle() {
        isSettled = true;
        if (breakage != null) {
            fail(breakage);
        }
    }

    /** Ends the call with what the application sees; being cancelled is no failure. */
    public synchronized void fail(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException || !isCall.getAsBoolean()) {
            abandon();
        } else {
            call.fail(cause, answer::response, answer::error);
        }
    }

    /** Ends the call: the application does not want the rest. Call it before the connection is closed. */
    public synchronized void abandon() {
        complete();
    }

    /** Ends the call: the application can not reach the rest any more. */
    public synchronized void lose() {
        settle();
        abandon();
    }
}
