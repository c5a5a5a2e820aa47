package dev.sentryai.protocol.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {

    private static final ModelPrice CHEAP = ModelPrice.perMillionTokens(1, 2);
    private static final ModelPrice DEAR = ModelPrice.perMillionTokens(10, 20);
    private static final PriceSource CONTRACT = new PriceSource("contract", null, null);

    @Test
    void bundledPricesSayWhereTheyComeFrom() {
        assertThat(PriceTable.bundled().sources())
                .containsExactly(new PriceSource(
                        "models.dev", "f3fc692299671838c7c65fd8126bf84d81a2e817", LocalDate.of(2026, 7, 2)));
        assertThat(PriceTable.bundled().sources().get(0)).hasToString("models.dev of 2026-07-02");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o,                    2.5, 10, 1.25, 0,    128000",
        "claude-sonnet-4-5,         3,   15, 0.3,  3.75, 200000",
        "gpt-4,                     30,  60, 0,    0,    8192",
        "gpt-4o-2024-05-13,         5,   15, 0,    0,    128000",
        "claude-sonnet-4-5@20991231, 3,  15, 0.3,  3.75, 200000"
    })
    void bundledPricesAreThoseOfTheSource(
            String model, double input, double output, double cacheRead, double cacheCreation, long contextWindow) {
        assertThat(PriceTable.bundled().find(model))
                .contains(ModelPrice.perMillionTokens(input, output, cacheRead, cacheCreation, 0)
                        .withContextWindow(contextWindow));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o",
                "gpt-4o-2099-12-31",
                "gpt-4o-2099/12.31",
                "gpt-4o_20991231",
                "gpt-4o@20991231",
                "gpt-4o-v2",
                "gpt-4o_v1.0",
                "gpt-4o-v1:0",
                "gpt-4o-20991231-v1:0",
                "gpt-4o-20991231-v1.0-beta-1",
                "openai/gpt-4o",
                "openai/gpt-4o-2099-12-31",
                "us.openai.gpt-4o-20991231-v1:0"
            })
    void datesVersionsAndPrefixesDoNotCount(String model) {
        assertThat(table(Map.of("gpt-4o", CHEAP)).find(model)).contains(CHEAP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "o", "gpt-4", "gpt-4o-mini", "GPT-4o", "gpt-4o-2024", "gpt-4o-2024-08", "gpt-4o-v", "gpt-4o "
            })
    void otherModelsHaveNoPrice(String model) {
        assertThat(table(Map.of("gpt-4o", CHEAP)).find(model)).isEmpty();
    }

    @Test
    void aDatedVersionMayHaveItsOwnPrice() {
        PriceTable table = PriceTable.parse("t", "model 1 2\nmodel-2024-05-13 10 20");

        assertThat(table.find("model-2024-05-13")).contains(DEAR);
        assertThat(table.find("azure/model-2024-05-13")).contains(DEAR);
        assertThat(table.find("model-2025-01-01")).contains(CHEAP);
    }

    @Test
    void theFirstDatedVersionStandsForTheOthers() {
        PriceTable table = PriceTable.parse("t", "model-20240513 1 2\nmodel-20250101 10 20");

        assertThat(table.find("model")).contains(CHEAP);
        assertThat(table.find("model-20260101")).contains(CHEAP);
        assertThat(table.find("model-20250101")).contains(DEAR);
    }

    @Test
    void theLongestNameCountsBehindAPrefix() {
        PriceTable table = table(Map.of("large", CHEAP, "mistral-large", DEAR));

        assertThat(table.find("azure/mistral-large")).contains(DEAR);
        assertThat(table.find("azure/large")).contains(CHEAP);
    }

    @ParameterizedTest
    @CsvSource({
        "our-*,     our-chat,     true",
        "our-*,     my-our-chat,  false",
        "our-*,     our-chat-v2,  true",
        "*-our-*-x, a-our-b-x,    true",
        "*-our-*-x, a-our-x,      false",
        "a*a,       a,            false",
        "a*a,       aa,           true",
        "*a*b*,     xbax,         false",
        "*a*b*,     xaxbx,        true"
    })
    void aStarStandsForAnyText(String glob, String model, boolean found) {
        assertThat(table(Map.of(glob, CHEAP)).find(model).isPresent()).isEqualTo(found);
    }

    @Test
    void theLongestGlobCounts() {
        PriceTable table = table(Map.of("our-*", CHEAP, "our-large-*", DEAR));

        assertThat(table.find("our-large-chat")).contains(DEAR);
        assertThat(table.find("our-small-chat")).contains(CHEAP);
    }

    @Test
    void aNameThatIsNothingButAVersionIsTakenAsItIs() {
        PriceTable table = table(Map.of("-v1", CHEAP));

        assertThat(table.find("-v1")).contains(CHEAP);
        assertThat(table.find("anything")).isEmpty();
    }

    @Test
    void aHugeNameIsLookedUpLikeAnyOther() {
        assertThat(PriceTable.bundled().find("x".repeat(1_000_000) + "/gpt-4o-2099-01-01"))
                .isEqualTo(PriceTable.bundled().find("gpt-4o"));
    }

    @Test
    void oneTableMayComeBeforeAnother() {
        PriceTable table = table(Map.of("gpt-4o", CHEAP)).orElse(PriceTable.bundled());

        assertThat(table.find("gpt-4o-2024-08-06")).contains(CHEAP);
        assertThat(table.find("gpt-4")).isEqualTo(PriceTable.bundled().find("gpt-4"));
        assertThat(table.sources()).hasToString("[contract, models.dev of 2026-07-02]");
    }

    @Test
    void textHasFieldsThenModels() {
        PriceTable table = PriceTable.parse("prices.txt", """
                # ours
                source: our contract
                commit: abc
                date: 2026-11-21

                gpt-4o   2   8    1
                ours     0.5 1.5  -   -   4 32000
                bedrock/x-v1:0 1 2
                """);

        assertThat(table.sources()).containsExactly(new PriceSource("our contract", "abc", LocalDate.of(2026, 11, 21)));
        assertThat(table.find("gpt-4o")).contains(ModelPrice.perMillionTokens(2, 8, 1, 0, 0));
        assertThat(table.find("ours"))
                .contains(ModelPrice.perMillionTokens(0.5, 1.5, 0, 0, 4).withContextWindow(32_000L));
        assertThat(table.find("x")).isEmpty();
        assertThat(table.find("bedrock/x")).contains(CHEAP);
    }

    @Test
    void textWithoutFieldsIsItsOwnSource() {
        assertThat(PriceTable.parse("prices.txt", "m 1 2").sources())
                .containsExactly(new PriceSource("prices.txt", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m|expected a model, up to five rates and a context window but found \"m\"",
                "m 1 2 3 4 5 6 7|expected a model, up to five rates and a context window but found \"m 1 2 3 4 5 6 7\"",
                "m 1 x|expected a price of output in US dollars but found \"x\"",
                "m 1 2 -3|expected a price of cache read in US dollars, not below zero but found \"-3\"",
                "m 1 2 3 NaN|expected a price of cache write in US dollars, not below zero but found \"NaN\"",
                "m 1 2 3 4 1e999|expected a price of reasoning in US dollars, not below zero but found \"1e999\"",
                "m 1 2 3 4 5 8k|expected a context window in whole tokens but found \"8k\"",
                "m 1 2 3 4 5 0|expected a context window in whole tokens but found \"0\"",
                "first 1 2|expected every model once but found \"first\"",
                "date: 2026-07-02|expected a price of input in US dollars but found \"2026-07-02\""
            })
    void errorsTellTheLine(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceTable.parse("prices.txt", "# ours\nfirst 1 2\n" + line))
                .withMessage("prices.txt, line 3: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "currency: EUR|expected a field source, commit or date but found \"currency\"",
                "date: yesterday|expected a date such as 2026-07-02 but found \"yesterday\""
            })
    void errorsInFieldsTellTheLine(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceTable.parse("prices.txt", line))
                .withMessage("prices.txt, line 1: " + message);
    }

    private static PriceTable table(Map<String, ModelPrice> prices) {
        return PriceTable.of(CONTRACT, prices);
    }
}
