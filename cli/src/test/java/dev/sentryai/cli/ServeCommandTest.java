package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.fixtures.Recordings;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server in a process of its own, as it is used. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signal that asks a process to end")
class ServeCommandTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsReplayedIsPrintedAndRecordedUntilTheServerIsStopped() throws Exception {
        RecordingFiles.copyTo(directory.resolve("in"));
        Path recorded = directory.resolve("out");

        try (Program serve = new Program("serve", "--port", "0", "--record", recorded.toString())) {
            String dsn = serve.errLine();
            assertThat(dsn).matches("DSN http://[0-9a-f]{32}@127\\.0\\.0\\.1:\\d+/1");

            Cli.Result replay =
                    new Cli().run("replay", directory.resolve("in/sentry-node").toString(), "--dsn", dsn.substring(4));
            assertThat(replay.exitCode()).isZero();
            assertThat(serve.outLine()).contains("00000001.envelope  ").contains("  sentry-ai/");
            serve.terminate();

            assertThat(serve.exitCode()).isZero();
            int sent = Recordings.node().size();
            assertThat(serve.restOfOut()).hasSize(sent - 1);
            assertThat(serve.restOfErr()).singleElement().asString().startsWith("Received " + sent + " envelopes, ");
            try (var files = Files.list(recorded)) {
                assertThat(files).hasSize(sent);
            }
        }
    }

    @Test
    void addressAndEnvelopesAreJsonOnDemand() throws Exception {
        try (Program serve = new Program("serve", "--port", "0", "--format", "json")) {
            JsonObject address = (JsonObject) JsonReader.read(serve.errLine());
            assertThat(address.keySet()).containsExactly("dsn", "port", "url", "token");

            new Cli()
                    .in("{}\n".getBytes(UTF_8))
                    .run("replay", "-", "--dsn", address.string("dsn").orElseThrow());
            JsonObject envelope = (JsonObject) JsonReader.read(serve.outLine());
            serve.terminate();

            assertThat(envelope).containsEntry("kind", "envelope").containsEntry("file", "00000001.envelope");
            assertThat(serve.exitCode()).isZero();
        }
    }

    @Test
    void portThatIsTakenIsANetworkFailure() {
        try (FakeSentry first = FakeSentry.start()) {
            Cli.Result result = new Cli().run("serve", "--port", String.valueOf(first.port()));

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err())
                    .startsWith("sentry-ai: Cannot listen on 127.0.0.1:" + first.port())
                    .hasLineCount(1);
        }
    }

    @Test
    void portThatIsNoneIsWrongUsage() {
        Cli.Result result = new Cli().run("serve", "--port", "70000");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("port must be 0 to 65535 but was 70000");
    }
}
