/** What calls of models cost, estimated from what was captured. */
@NullMarked
package dev.sentryai.telemetry.cost;

import org.jspecify.annotations.NullMarked;
