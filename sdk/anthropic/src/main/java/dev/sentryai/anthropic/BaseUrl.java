package dev.sentryai.anthropic;

import com.anthropic.core.ClientOptions;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.OptionsReader;
import dev.sentryai.proxy.ProviderHosts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The address to which a client sends its requests, which is its back end's, and what it tells about who answers. */
final class BaseUrl {

    private static final ProviderHosts HOSTS = new ProviderHosts(
            Map.of(
                    "amazonaws.com", "aws.bedrock",
                    "api.aws", "aws.bedrock",
                    "googleapis.com", "gcp.vertex_ai",
                    "services.ai.azure.com", "azure.ai.inference"),
            "anthropic");

    private BaseUrl() {}

    /**
     * Returns the endpoint of a client or service.
     *
     * @param providerName the provider's name; null to tell it from the host, {@code anthropic} where that is unknown
     */
    static Endpoint endpointOf(Object client, @Nullable String providerName) {
        String baseUrl = OptionsReader.read(
                client, (ClientOptions.Builder options) -> options.build().baseUrl());
        return HOSTS.endpoint(baseUrl, providerName);
    }
}
