/** Rules about a span's structure, ids, times and status. */
@NullMarked
package dev.sentryai.telemetry.rules.span;

import org.jspecify.annotations.NullMarked;
