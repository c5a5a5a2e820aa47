package dev.sentryai.anthropic;

import com.anthropic.core.ClientOptions;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.OptionsReader;
import dev.sentryai.proxy.ProviderHosts;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address to which a client sends its requests, which is its back end's, and what it tells about who answers. Older releases of
 * the client show it only if it was set beside the back end.
 */
final class BaseUrl {

    private static final String ANTHROPIC = "anthropic";

    private static final ProviderHosts HOSTS = new ProviderHosts(
            Map.of(
                    "amazonaws.com", "aws.bedrock",
                    "api.aws", "aws.bedrock",
                    "googleapis.com", "gcp.vertex_ai",
                    "services.ai.azure.com", "azure.ai.inference"),
            ANTHROPIC);

    private BaseUrl() {}

    /**
     * Returns the endpoint of a client or service.
     *
     * @param providerName the provider's name; null to tell it from the host, {@code anthropic} where that is unknown
     */
    static Endpoint endpointOf(Object client, @Nullable String providerName) {
        Optional<String> baseUrl = OptionsReader.read(
                client,
                (ClientOptions.Builder options) ->
                        Optional.ofNullable(options.build().baseUrl()));
        return baseUrl.map(url -> HOSTS.endpoint(url, providerName))
                .orElseGet(() -> new Endpoint(providerName == null ? ANTHROPIC : providerName, null, null));
    }
}
