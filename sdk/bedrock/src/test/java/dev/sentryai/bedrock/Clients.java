package dev.sentryai.bedrock;

import dev.sentryai.fixtures.FakeLlm;
import java.net.URI;
import java.util.ServiceLoader;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Clients of the fake provider. They share their connections, so that nobody has to close them. */
record Clients(BedrockRuntimeClient blocking, BedrockRuntimeAsyncClient async) {

    private static final SdkHttpClient HTTP = ServiceLoader.load(SdkHttpService.class)
            .iterator()
            .next()
            .createHttpClientBuilder()
            .build();
    private static final SdkAsyncHttpClient ASYNC_HTTP =
            NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).build();

    static Clients of(FakeLlm llm, int maxRetries) {
        return new Clients(
                configured(BedrockRuntimeClient.builder().httpClient(HTTP), llm, maxRetries)
                        .build(),
                configured(BedrockRuntimeAsyncClient.builder().httpClient(ASYNC_HTTP), llm, maxRetries)
                        .build());
    }

    private static <B extends AwsClientBuilder<B, ?>> B configured(B builder, FakeLlm llm, int maxRetries) {
        return builder.region(Region.US_EAST_1)
                .endpointOverride(URI.create(llm.baseUrl()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("test-id", "test-secret")))
                .overrideConfiguration(
                        override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(maxRetries + 1)
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()));
    }
}
