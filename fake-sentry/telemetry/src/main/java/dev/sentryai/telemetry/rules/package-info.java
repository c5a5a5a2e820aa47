/** Judges telemetry by the gen_ai conventions: rules, their catalogue, and what they find. */
@NullMarked
package dev.sentryai.telemetry.rules;

import org.jspecify.annotations.NullMarked;
