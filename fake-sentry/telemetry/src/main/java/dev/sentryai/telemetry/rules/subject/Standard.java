package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.rules.policy.Policy;

/**
 * What telemetry is judged by.
 *
 * @param conventions what all of Sentry's users agreed on
 * @param policy what this user demands beyond that
 */
public record Standard(Conventions conventions, Policy policy) {}
