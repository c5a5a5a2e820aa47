package dev.sentryai.telemetry.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentryai.protocol.price.ModelPrice;
import dev.sentryai.protocol.price.PriceTable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {

    private static PriceTable parse(String text) {
        return PriceFile.parse("prices", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sentrysFormIsRead() {
        PriceTable table = parse("""
                {"version": 1, "models": {
                  "our-model": {
                    "costs": {
                      "inputPerToken": 1e-6, "outputPerToken": 2e-6, "outputReasoningPerToken": 3e-6,
                      "inputCachedPerToken": 4e-6, "inputCacheWritePerToken": 5e-6
                    },
                    "contextSize": 32000
                  },
                  "*-chat": {"costs": {"inputPerToken": 1}},
                  "no-costs": {"contextSize": 8}
                }}""");

        assertThat(table.find("our-model")).contains(new ModelPrice(1e-6, 2e-6, 4e-6, 5e-6, 3e-6, 32_000L));
        assertThat(table.find("some-chat")).contains(new ModelPrice(1, 0, 0, 0, 0, null));
        assertThat(table.find("no-costs")).isEmpty();
        assertThat(table.sources()).hasToString("[prices]");
    }

    @Test
    void ourFormIsRead() {
        PriceTable table = parse("date: 2026-11-21\n\nour-model 1 2\n");

        assertThat(table.find("our-model")).contains(ModelPrice.perMillionTokens(1, 2));
        assertThat(table.sources()).hasToString("[prices of 2026-11-21]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'version':2,'models':{}}|line 1: expected version 1 but found '2'",
                "{'models':{}}|line 1: expected version 1 but found nothing",
                "{'version':1}|line 1: expected an object 'models' but found nothing",
                "{'version':1,~'models':{'m':7}}|line 2: expected an object for model 'm' but found '7'",
                "{'version':1,'models':{~'m':{'costs':7}}}|line 2: expected an object 'costs' of model 'm' but found '7'",
                "{'version':1,'models':{~'m':~{'costs':~{'inputPerToken':'x'}}}}"
                        + "|line 4: expected inputPerToken in US dollars per token, not below zero but found 'x'",
                "{'version':1,'models':{'m':{'costs':{'outputPerToken':-1}}}}"
                        + "|line 1: expected outputPerToken in US dollars per token, not below zero but found '-1'",
                "{'version':1,'models':{'m':{'costs':{'outputPerToken':null}}}}"
                        + "|line 1: expected outputPerToken in US dollars per token, not below zero but found nothing",
                "{'version':1,'models':{'m':{'costs':{'input':1}}}}"
                        + "|line 1: expected costs of model 'm' under inputCacheWritePerToken, inputCachedPerToken,"
                        + " inputPerToken, outputPerToken, outputReasoningPerToken but found 'input'",
                "{'version':1,'models':{'m':{'costs':{},'contextSize':0.5}}}"
                        + "|line 1: expected contextSize in whole tokens but found '0.5'",
                "our-model one|line 1: expected a price of input in US dollars but found 'one'"
            })
    void errorsTellTheLine(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(text.replace('\'', '"').replace("~", "\n")))
                .withMessage("prices, " + message.replace('\'', '"'));
    }

    @Test
    void brokenJsonIsNamedByItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("{\n\"version\": 1,\n\"models\"}"))
                .withMessageStartingWith("prices, line 3: expected JSON: ");
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceFile.parse("prices", new byte[] {'m', (byte) 0xff}))
                .withMessage("prices: expected text in UTF-8");
    }
}
