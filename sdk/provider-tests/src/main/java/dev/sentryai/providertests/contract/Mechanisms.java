package dev.sentryai.providertests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.EventRecord;

/** How errors were captured. */
final class Mechanisms {

    private Mechanisms() {}

    /** Asserts that one of the event's exceptions was captured by an integration. */
    static void assertMechanism(EventRecord event, String type) {
        assertThat(event.exceptions())
                .anySatisfy(exception -> assertThat(exception.mechanism())
                        .satisfies(mechanism -> assertThat(mechanism.type()).isEqualTo(type)));
    }
}
