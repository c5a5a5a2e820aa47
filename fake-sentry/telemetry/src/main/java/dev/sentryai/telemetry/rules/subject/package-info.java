/** What rules look at: envelopes, spans, attributes and traces with the questions that rules ask about them, and how a rule says what is wrong. Public for the packages of rules only. */
@NullMarked
package dev.sentryai.telemetry.rules.subject;

import org.jspecify.annotations.NullMarked;
