/** Rules about envelopes, their items and containers of spans. */
@NullMarked
package dev.sentryai.telemetry.rules.envelope;

import org.jspecify.annotations.NullMarked;
