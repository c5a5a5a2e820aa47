/** Rules about op, operation name, span name, and what each operation requires. */
@NullMarked
package dev.sentryai.telemetry.rules.operation;

import org.jspecify.annotations.NullMarked;
