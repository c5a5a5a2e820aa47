package dev.sentryai.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.proxy.Endpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Where requests go. */
class BedrockEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "us-east-1, bedrock-runtime.us-east-1.amazonaws.com",
        "eu-central-1, bedrock-runtime.eu-central-1.amazonaws.com",
        "cn-north-1, bedrock-runtime.cn-north-1.amazonaws.com.cn"
    })
    void regionTellsTheHost(String region, String host) {
        try (BedrockRuntimeClient client = BedrockRuntimeClient.builder()
                .region(Region.of(region))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            assertThat(BedrockEndpoint.of(client, null)).isEqualTo(new Endpoint("aws.bedrock", host, 443));
        }
    }
}
