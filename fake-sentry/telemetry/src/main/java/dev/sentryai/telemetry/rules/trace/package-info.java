/** Rules about the spans of one trace. */
@NullMarked
package dev.sentryai.telemetry.rules.trace;

import org.jspecify.annotations.NullMarked;
