package dev.sentryai.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test-case classes through the real engine. They must be named so that the build does not run them by themselves. */
final class ExtensionTestKit {

    private ExtensionTestKit() {}

    static EngineExecutionResults run(Class<?>... testCases) {
        return run(Map.of(), testCases);
    }

    static EngineExecutionResults run(Map<String, String> parameters, Class<?>... testCases) {
        EngineTestKit.Builder engine = EngineTestKit.engine("junit-jupiter").configurationParameters(parameters);
        for (Class<?> testCase : testCases) {
            engine.selectors(selectClass(testCase));
        }
        return engine.execute();
    }

    /** Fails with the first failure that was not expected, which says more than a number. */
    static void passes(int tests, EngineExecutionResults results) {
        results.allEvents().failed().stream()
                .map(ExtensionTestKit::failure)
                .findFirst()
                .ifPresent(failure -> {
                    throw new AssertionError("A test case failed: " + failure, failure);
                });
        results.testEvents().assertStatistics(events -> events.succeeded(tests).failed(0));
    }

    /** What the only failed test or container failed with. */
    static Throwable onlyFailure(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(ExtensionTestKit::failure)
                .reduce((first, second) -> {
                    throw new AssertionError("More than one failure: " + first + " and " + second);
                })
                .orElseThrow(() -> new AssertionError("No failure"));
    }

    /** What a test or container that did not succeed ended with. */
    static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
