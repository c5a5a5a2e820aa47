package dev.sentryai.cli.check;

/**
 * How much was validated.
 *
 * @param files how many were named
 * @param filesWithFindings how many of them have any
 * @param envelopes how many were read
 * @param spans how many they hold
 * @param aiSpans how many of these are about AI
 */
public record Scope(int files, int filesWithFindings, int envelopes, int spans, int aiSpans) {}
