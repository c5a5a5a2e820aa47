package dev.sentryai.telemetry.repair;

import dev.sentryai.telemetry.rules.Finding;

/** Puts right what a rule found wrong with a span; does nothing where it would have to guess. */
@FunctionalInterface
interface SpanRepair {
    void repair(SpanEdits span, Finding finding);
}
