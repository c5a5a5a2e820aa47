package dev.sentryai.junit;

import static dev.sentryai.junit.ExtensionTestKit.failure;
import static dev.sentryai.junit.ExtensionTestKit.onlyFailure;
import static dev.sentryai.junit.ExtensionTestKit.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a test that fails leaves to look at. */
class ExtensionFailureTest {

    @Test
    void failureShowsTheSpanTree() {
        Throwable failure = onlyFailure(run(Failing.class));

        assertThat(failure).hasMessage("as planned");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(captured -> assertThat(captured)
                        .message()
                        .startsWith("sent until the test failed:\ntrace ")
                        .containsSubsequence("invoke_agent", "Concierge", "chat", "gpt-4o")
                        .doesNotContain("saved"));
    }

    @ExtendWith(SentryAiExtension.class)
    static class Failing {

        @Test
        void fails() {
            try (AiSpan agent = SentryAi.invokeAgent("Concierge")) {
                agent.setModel("gpt-4o");
                SentryAi.chat("gpt-4o").close();
            }
            throw new IllegalStateException("as planned");
        }
    }

    @Test
    void failureWithoutSpansSaysSo() {
        assertThat(onlyFailure(run(FailingSilently.class)).getSuppressed())
                .singleElement()
                .satisfies(captured -> assertThat(captured)
                        .hasMessage("sent until the test failed:\n"
                                + "No span was captured, in 0 envelopes with 0 error events."));
    }

    @ExtendWith(SentryAiExtension.class)
    static class FailingSilently {

        @Test
        void fails() {
            throw new IllegalStateException("as planned");
        }
    }

    @Test
    void failureThatShowsTheTreeIsLeftAlone() {
        assertThat(onlyFailure(run(FailingWithTree.class)).getSuppressed()).isEmpty();
    }

    @ExtendWith(SentryAiExtension.class)
    static class FailingWithTree {

        @Test
        void fails() {
            throw new IllegalStateException("No span was captured, in 0 envelopes with 0 error events.");
        }
    }

    @Test
    void abortedTestIsNoFailure() {
        EngineExecutionResults results = run(Aborting.class);

        assertThat(results.testEvents().aborted().count()).isEqualTo(1);
        assertThat(results.testEvents().aborted().list())
                .allSatisfy(event -> assertThat(failure(event).getSuppressed()).isEmpty());
    }

    @ExtendWith(SentryAiExtension.class)
    static class Aborting {

        @Test
        void aborts() {
            assumeTrue(false, "not today");
        }
    }

    @Test
    void failedTestsAreSavedWhereAsked(@TempDir Path directory) throws IOException {
        Saving.directory = directory;

        EngineExecutionResults results = run(Saving.class);

        assertThat(results.testEvents().failed().count()).isEqualTo(2);
        Path ofClass = directory.resolve(Saving.class.getName());
        assertThat(names(ofClass)).containsExactly("fails", "failsWith-1_a_b");
        assertThat(names(ofClass.resolve("fails"))).hasSize(1);
        assertThat(failureOf("fails()", results).getSuppressed())
                .singleElement()
                .satisfies(captured ->
                        assertThat(captured).message().endsWith("\nenvelopes saved to " + ofClass.resolve("fails")));
    }

    static class Saving {

        static Path directory = Path.of("");

        @RegisterExtension
        final SentryAiExtension sentryAi =
                SentryAiExtension.builder().saveFailuresTo(directory).build();

        @Test
        void succeeds() {
            SentryAi.chat("gpt-4o").close();
        }

        @Test
        void fails() {
            SentryAi.chat("gpt-4o").close();
            throw new IllegalStateException("as planned");
        }

        @ParameterizedTest(name = "[{index}] {0}")
        @ValueSource(strings = "a/b")
        void failsWith(String text) {
            throw new IllegalStateException(text);
        }
    }

    private static Throwable failureOf(String displayName, EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
                .map(ExtensionTestKit::failure)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
