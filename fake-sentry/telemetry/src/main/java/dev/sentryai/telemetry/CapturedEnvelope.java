package dev.sentryai.telemetry;

import dev.sentryai.telemetry.envelope.Envelope;

/**
 * An envelope and where it came from.
 *
 * @param file the file's name, or another name under which findings shall speak of the envelope
 * @param envelope what was captured
 */
public record CapturedEnvelope(String file, Envelope envelope) {}
