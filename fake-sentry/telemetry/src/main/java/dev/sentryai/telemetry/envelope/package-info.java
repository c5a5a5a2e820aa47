/** Sentry envelopes: reading leniently, keeping every byte, writing back. */
@NullMarked
package dev.sentryai.telemetry.envelope;

import org.jspecify.annotations.NullMarked;
