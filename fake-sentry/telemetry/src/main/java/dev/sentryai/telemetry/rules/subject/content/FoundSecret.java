package dev.sentryai.telemetry.rules.subject.content;

import dev.sentryai.telemetry.rules.secret.SecretKind;

/**
 * A secret in an attribute of content.
 *
 * @param pointer JSON pointer to the text that holds it
 * @param masked what of it may be shown
 */
public record FoundSecret(SecretKind kind, String pointer, String masked) {}
