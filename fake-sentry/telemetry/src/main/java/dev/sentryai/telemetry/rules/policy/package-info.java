/** What an organisation demands of its telemetry beyond the conventions. */
@NullMarked
package dev.sentryai.telemetry.rules.policy;

import org.jspecify.annotations.NullMarked;
