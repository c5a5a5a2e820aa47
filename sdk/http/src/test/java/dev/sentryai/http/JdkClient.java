package dev.sentryai.http;

import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.JdkTransport;
import java.net.http.HttpClient;
import java.util.Set;

/** The JDK's client, and how it is wrapped. */
final class JdkClient implements HttpProvider.Wrapping<JdkTransport> {

    @Override
    public String origin() {
        return "auto.ai.http";
    }

    @Override
    public Set<Feature> lacks() {
        return Set.of(Feature.ANSWERS_AS_OBJECTS);
    }

    @Override
    public JdkTransport connect(String baseUrl) {
        return new JdkTransport(HttpClient.newHttpClient(), baseUrl);
    }

    @Override
    public JdkTransport wrap(JdkTransport client) {
        return new JdkTransport(SentryAiHttp.wrap(client.client()), client.baseUrl());
    }

    @Override
    public JdkTransport wrap(JdkTransport client, boolean recordInputs, boolean recordOutputs) {
        HttpOptions options =
                HttpOptions.defaults().withRecordInputs(recordInputs).withRecordOutputs(recordOutputs);
        return new JdkTransport(SentryAiHttp.wrap(client.client(), options), client.baseUrl());
    }
}
