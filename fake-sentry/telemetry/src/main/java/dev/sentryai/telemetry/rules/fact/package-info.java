/** What is known of telemetry before a rule is asked, so that it is asked only where it may have something to say. */
@NullMarked
package dev.sentryai.telemetry.rules.fact;

import org.jspecify.annotations.NullMarked;
