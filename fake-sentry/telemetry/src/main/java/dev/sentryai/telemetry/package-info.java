/** One model of what any Sentry SDK sent. */
@NullMarked
package dev.sentryai.telemetry;

import org.jspecify.annotations.NullMarked;
