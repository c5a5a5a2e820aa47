package dev.sentryai.http.okhttp;

import dev.sentryai.http.exchange.ExchangeTracer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/** Makes clients record the calls of models among their requests. */
public final class TracedOkHttp {

    private TracedOkHttp() {}

    /**
     * Returns a client that records, and shares connections, threads and settings with the given one. Clients that are derived from it
     * record, too.
     *
     * @param client stays usable unrecorded; if it records already, it is returned as it is
     * @param tracer makes what tells calls from other requests
     */
    public static OkHttpClient wrap(OkHttpClient client, Supplier<ExchangeTracer> tracer) {
        if (client.interceptors().stream().anyMatch(TracingInterceptor.class::isInstance)) {
            return client;
        }
        Callers callers = new Callers(client.eventListenerFactory());
        OkHttpClient.Builder traced = client.newBuilder().eventListenerFactory(callers);
        // before all others, so that whatever these repeat is one call
        traced.interceptors().add(0, new TracingInterceptor(tracer.get(), callers));
        return traced.build();
    }
}
