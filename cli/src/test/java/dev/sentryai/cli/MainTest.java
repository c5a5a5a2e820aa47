package dev.sentryai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recordings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @Test
    @Timeout(120)
    void processReadsStandardInputPrintsUtf8WithoutColorsAndReturnsTheExitCode() throws Exception {
        byte[] envelope =
                Recordings.get("sentry-node/openai-tool-loop.envelope").bytes();

        try (Program inspect = new Program("inspect", "-").send(envelope);
                Program sarif = new Program("validate", "-", "--format", "sarif").send(envelope);
                Program nothing = new Program("validate", "nothing/*.envelope")) {
            List<String> out = inspect.restOfOut();

            assertThat(inspect.restOfErr()).isEmpty();
            assertThat(out).anyMatch(line -> line.contains("├─ gen_ai.chat  gpt-4o-mini"));
            assertThat(out).noneMatch(line -> line.contains("\u001b"));
            assertThat(inspect.exitCode()).isZero();
            assertThat(String.join("", sarif.restOfOut()))
                    .startsWith("{\"$schema\":")
                    .endsWith("}]}");
            assertThat(nothing.restOfErr()).containsExactly("sentry-ai: No file matches nothing/*.envelope");
            assertThat(nothing.exitCode()).isEqualTo(3);
        }
    }

    @Test
    @Timeout(120)
    void trainingRunsWithoutComplaintAndEndsByItself() throws Exception {
        try (Program training = Program.training()) {
            assertThat(training.restOfOut()).singleElement().asString().startsWith("sentry-ai ");
            assertThat(training.restOfErr()).isEmpty();
            assertThat(training.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspect",
                "validate",
                "rules",
                "explain",
                "config",
                "stats",
                "replay",
                "serve",
                "demo",
                "completion"
            })
    void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
        Cli.Result result = new Cli().run(command, "--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith("Usage: sentry-ai " + command)
                .contains("Examples:")
                .contains("sentry-ai " + command)
                .contains("Exit codes:");
    }

    @Test
    void versionIsThatOfTheBuild() {
        Cli.Result result = new Cli().run("--version");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).matches("sentry-ai \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void wrongUsageIsExplainedInTwoLines() {
        Cli.Result noCommand = new Cli().run();
        Cli.Result unknown = new Cli().run("inspekt");
        Cli.Result noPath = new Cli().run("inspect");

        assertThat(noCommand.exitCode()).isEqualTo(2);
        assertThat(noCommand.err()).isEqualTo("sentry-ai: Which command?\nTry: sentry-ai --help\n");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("inspekt").contains("inspect");
        assertThat(noPath.exitCode()).isEqualTo(2);
        assertThat(noPath.err())
                .contains("Missing required parameter: 'PATH'")
                .contains("Try: sentry-ai inspect --help");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        Cli.Result bash = new Cli().run("completion", "bash");
        Cli.Result fish = new Cli().run("completion", "fish");

        assertThat(bash.exitCode()).isZero();
        assertThat(bash.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("validate")
                .contains("--fail-on");
        assertThat(fish.exitCode()).isEqualTo(2);
    }
}
