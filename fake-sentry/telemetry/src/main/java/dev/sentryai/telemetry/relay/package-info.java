/** What Sentry would store of telemetry: Relay's treatment of spans, simulated. */
@NullMarked
package dev.sentryai.telemetry.relay;

import org.jspecify.annotations.NullMarked;
