package dev.sentryai.http.okhttp;

import dev.sentryai.http.exchange.Exchange;
import java.util.concurrent.CancellationException;
import okhttp3.Call;

/** A call that is recorded. */
record FollowedCall(Call call, Exchange exchange) {

    /** Calls that were cancelled fail as if their connection had broken. */
    void fail(Throwable failure) {
        exchange.fail(call.isCanceled() ? new CancellationException() : failure);
    }
}
