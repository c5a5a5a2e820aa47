/** A fixed set of detectors for secrets and personal data in text. Public for the packages of rules only. */
@NullMarked
package dev.sentryai.telemetry.rules.secret;

import org.jspecify.annotations.NullMarked;
