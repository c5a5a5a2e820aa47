package dev.sentryai.bedrock;

import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.ProviderHosts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Where a client sends its requests: to the endpoint that it was told, else to that of its region. */
final class BedrockEndpoint {

    private static final String PROVIDER = "aws.bedrock";
    private static final ProviderHosts HOSTS = new ProviderHosts(Map.of(), PROVIDER);

    private BedrockEndpoint() {}

    /**
     * Returns the endpoint of a client.
     *
     * @param providerName the provider's name; null for the usual one
     */
    static Endpoint of(Object client, @Nullable String providerName) {
        try {
            String url = url(((AwsClient) client).serviceClientConfiguration());
            return HOSTS.endpoint(url, providerName);
        } catch (UnsupportedOperationException e) {
            // A client of the application's own need not tell.
            return new Endpoint(providerName == null ? PROVIDER : providerName, null, null);
        }
    }

    private static String url(AwsServiceClientConfiguration configuration) {
        return configuration
                .endpointOverride()
                .map(Object::toString)
                .orElseGet(() -> "https://" + hostOf(configuration.region()));
    }

    private static String hostOf(Region region) {
        return BedrockRuntimeClient.serviceMetadata().endpointFor(region).toString();
    }
}
