package dev.sentryai.openai;

import com.openai.core.ClientOptions;
import dev.sentryai.format.KnownProviders;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.OptionsReader;
import org.jspecify.annotations.Nullable;

/** The address to which a client sends its requests, and what it tells about who answers. */
final class BaseUrl {

    private BaseUrl() {}

    /**
     * Returns the endpoint of a client or service.
     *
     * @param providerName the provider's name; null to tell it from host and port, {@code openai} where these are unknown
     */
    static Endpoint endpointOf(Object client, @Nullable String providerName) {
        String baseUrl = OptionsReader.read(
                client, (ClientOptions.Builder options) -> options.build().baseUrl());
        return KnownProviders.at(baseUrl, providerName, "openai");
    }
}
