package dev.sentryai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    private Path directory;

    /** In a process of its own, because the Sentry SDK is one per process. */
    @Test
    @Timeout(120)
    void agentIsShownValidatedAndRecorded() throws Exception {
        Path recording = directory.resolve("recording");

        try (Program demo = new Program("demo", "--record", recording.toString())) {
            String out = String.join("\n", demo.restOfOut());

            assertThat(demo.restOfErr()).isEmpty();
            assertThat(demo.exitCode()).isZero();
            assertThat(out)
                    .contains("The agent answers:     It is 21 degrees and sunny in Lisbon.")
                    .containsPattern("trace [0-9a-f]{8}  GET /weather  .* s  223 in / 30 out")
                    .contains("└─ gen_ai.invoke_agent  Weather Agent")
                    .containsPattern("├─ gen_ai.chat  gpt-4o-mini .* 92 in / 18 out  ~\\$0\\.0000246  ok")
                    .contains("├─ gen_ai.execute_tool  get_weather")
                    // on a slow machine spans do not wait for those of their trace that end five seconds later
                    .containsPattern("No findings in \\d files \\(\\d envelopes, 5 spans, 4 AI spans\\)");
        }
        Cli.Result validated =
                new Cli().run("validate", recording.toString(), "--profile", "strict", "--fail-on", "info");
        assertThat(validated.exitCode()).isZero();
    }
}
