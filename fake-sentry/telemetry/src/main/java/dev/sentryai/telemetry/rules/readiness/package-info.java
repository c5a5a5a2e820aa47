/** Rules about what Sentry can show of a trace. */
@NullMarked
package dev.sentryai.telemetry.rules.readiness;

import org.jspecify.annotations.NullMarked;
