package dev.sentryai.huggingface;

import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.OkHttpTransport;
import java.util.Set;
import okhttp3.OkHttpClient;

/** OkHttp's client, and how it is wrapped. It answers to callbacks, and is of a class that nothing else can stand in for. */
final class OkHttp implements HttpProvider.Wrapping<OkHttpTransport> {

    @Override
    public String origin() {
        return "auto.ai.huggingface";
    }

    @Override
    public Set<Feature> lacks() {
        return Set.of(Feature.ANSWERS_AS_OBJECTS, Feature.FUTURES, Feature.TRANSPARENT_CLIENTS);
    }

    @Override
    public OkHttpTransport connect(String baseUrl) {
        return new OkHttpTransport(new OkHttpClient(), baseUrl);
    }

    @Override
    public OkHttpTransport wrap(OkHttpTransport client) {
        return new OkHttpTransport(SentryHuggingFace.wrapOkHttp(client.client()), client.baseUrl());
    }

    @Override
    public OkHttpTransport wrap(OkHttpTransport client, boolean recordInputs, boolean recordOutputs) {
        HuggingFaceOptions options =
                HuggingFaceOptions.defaults().withRecordInputs(recordInputs).withRecordOutputs(recordOutputs);
        return new OkHttpTransport(SentryHuggingFace.wrapOkHttp(client.client(), options), client.baseUrl());
    }
}
