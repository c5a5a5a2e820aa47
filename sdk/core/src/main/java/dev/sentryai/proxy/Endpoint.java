package dev.sentryai.proxy;

import org.jspecify.annotations.Nullable;

/**
 * Where a client sends its requests.
 *
 * @param provider the provider's name in the conventions' vocabulary, such as {@code openai}
 * @param serverAddress the host; null when not known
 * @param serverPort the port; null when not known
 */
public record Endpoint(
        String provider,
        @Nullable String serverAddress,
        @Nullable Integer serverPort) {}
