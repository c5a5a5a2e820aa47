/** Rules about tokens, streaming and cost. */
@NullMarked
package dev.sentryai.telemetry.rules.usage;

import org.jspecify.annotations.NullMarked;
