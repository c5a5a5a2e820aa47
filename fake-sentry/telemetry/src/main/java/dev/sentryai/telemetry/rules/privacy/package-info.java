/** Rules about what should not have been sent: content that the policy forbids, secrets and personal data. */
@NullMarked
package dev.sentryai.telemetry.rules.privacy;

import org.jspecify.annotations.NullMarked;
