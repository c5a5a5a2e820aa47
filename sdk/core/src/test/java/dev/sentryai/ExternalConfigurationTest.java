package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.price.ModelPrice;
import dev.sentryai.protocol.price.PriceTable;
import io.sentry.NoOpTransportFactory;
import io.sentry.Sentry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalConfigurationTest {

    private final SentryAiOptions options = new SentryAiOptions();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void everyKeySetsItsOption() {
        apply(Map.of(
                "ai.stream-gen-ai-spans", "false",
                "ai.stream-foreign-spans", "false",
                "ai.record-inputs", "TRUE",
                "ai.record-outputs", " false ",
                "ai.max-content-bytes", " 20000 ",
                "ai.emit-deprecated-attributes", "true",
                "ai.emit-metrics", "true",
                "ai.emit-logs", "true"));

        assertThat(options.isStreamGenAiSpans()).isFalse();
        assertThat(options.isStreamForeignSpans()).isFalse();
        assertThat(options.getRecordInputs()).isTrue();
        assertThat(options.getRecordOutputs()).isFalse();
        assertThat(options.getMaxContentBytes()).isEqualTo(20_000);
        assertThat(options.isEmitDeprecatedAttributes()).isTrue();
        assertThat(options.isEmitMetrics()).isTrue();
        assertThat(options.isEmitLogs()).isTrue();
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatIsNotSetOutsideStaysAsInCode() {
        options.setStreamGenAiSpans(false);
        options.setRecordOutputs(true);

        apply(Map.of("ai.record-inputs", "false", "ai.record-outputs", ""));

        assertThat(options.isStreamGenAiSpans()).isFalse();
        assertThat(options.getRecordInputs()).isFalse();
        assertThat(options.getRecordOutputs()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "1", "yes"})
    void badValueIsNamedAndChangesNothing(String bad) {
        apply(Map.of("ai.record-inputs", bad, "ai.stream-gen-ai-spans", "false"));

        assertThat(options.getRecordInputs()).isNull();
        assertThat(options.isStreamGenAiSpans()).isFalse();
        assertThat(warnings)
                .containsExactly(
                        "sentry.ai.record-inputs must be true or false but is \"" + bad + "\"; the value is ignored.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "20k"})
    void badNumberIsNamedAndChangesNothing(String bad) {
        apply(Map.of("ai.max-content-bytes", bad));

        assertThat(options.getMaxContentBytes()).isNull();
        assertThat(warnings)
                .containsExactly("sentry.ai.max-content-bytes must be a positive whole number but is \"" + bad
                        + "\"; the value is ignored.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace", " REPLACE "})
    void thePolicyForForeignSpansIsRead(String text) {
        apply(Map.of("ai.foreign-span-policy", text));

        assertThat(options.getForeignSpanPolicy()).isEqualTo(ForeignSpanPolicy.REPLACE);
    }

    @Test
    void aPolicyThatDoesNotExistIsNamedAndChangesNothing() {
        options.setForeignSpanPolicy(ForeignSpanPolicy.REPLACE);

        apply(Map.of("ai.foreign-span-policy", "both"));

        assertThat(options.getForeignSpanPolicy()).isEqualTo(ForeignSpanPolicy.REPLACE);
        assertThat(warnings)
                .containsExactly(
                        "sentry.ai.foreign-span-policy must be enrich or replace but is \"both\"; the value is ignored.");
    }

    @Test
    void bundledPricesAreRead() {
        apply(Map.of("ai.prices", " bundled "));

        assertThat(options.getPrices()).isSameAs(PriceTable.bundled());
    }

    @Test
    void aFileOfPricesIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prices.txt"), "our-model 1 2");

        apply(Map.of("ai.prices", file.toString()));

        assertThat(options.getPrices().find("our-model")).contains(ModelPrice.perMillionTokens(1, 2));
    }

    @Test
    void aBadFileOfPricesIsNamedAndChangesNothing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prices.txt"), "our-model one");
        Path missing = folder.resolve("missing.txt");

        apply(Map.of("ai.prices", file.toString()));
        apply(Map.of("ai.prices", missing.toString()));

        assertThat(options.getPrices()).isNull();
        assertThat(warnings)
                .satisfiesExactly(
                        bad -> assertThat(bad)
                                .contains(
                                        "sentry.ai.prices must be bundled or a file of prices but is \"" + file,
                                        "line 1: expected a price of input in US dollars but found \"one\""),
                        gone -> assertThat(gone).contains(missing.toString(), "NoSuchFileException"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sentrysSwitchForExternalConfigurationCounts(boolean enabled) {
        System.setProperty("sentry.ai.record-inputs", "true");
        try {
            AtomicReference<SentryAiOptions> configured = new AtomicReference<>();
            Sentry.init(sentry -> {
                sentry.setDsn("http://key@127.0.0.1:1/1");
                sentry.setTransportFactory(NoOpTransportFactory.getInstance());
                sentry.setEnableUncaughtExceptionHandler(false);
                SentryAi.configure(sentry, ai -> {
                    ai.setRecordInputs(false);
                    configured.set(ai);
                });
                sentry.setEnableExternalConfiguration(enabled);
            });

            assertThat(configured.get().getRecordInputs()).isEqualTo(enabled);
        } finally {
            System.clearProperty("sentry.ai.record-inputs");
            Sentry.close();
        }
    }

    private void apply(Map<String, String> properties) {
        new ExternalConfiguration(properties::get, new WarningCollector(warnings)).applyTo(options);
    }
}
