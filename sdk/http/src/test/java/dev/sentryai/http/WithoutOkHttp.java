package dev.sentryai.http;

import java.net.http.HttpClient;
import java.util.function.Supplier;

/** What an application without OkHttp does. Runs in a class loader of its own, so it must not know OkHttp either. */
public final class WithoutOkHttp implements Supplier<Object> {

    /** Made by reflection. */
    public WithoutOkHttp() {}

    @Override
    public Object get() {
        HttpClient client = HttpClient.newHttpClient();
        return SentryAiHttp.wrap(client).equals(client)
                && SentryAiHttp.wrap(HttpClient.newBuilder()).build().version() == client.version();
    }
}
