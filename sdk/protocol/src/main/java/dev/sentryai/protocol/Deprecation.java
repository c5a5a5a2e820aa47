package dev.sentryai.protocol;

import org.jspecify.annotations.Nullable;

/**
 * That an attribute should not be sent any more.
 *
 * @param replacement the key to send instead; null when there is none
 * @param status what Sentry does with it on arrival
 */
public record Deprecation(@Nullable String replacement, DeprecationStatus status) {}
