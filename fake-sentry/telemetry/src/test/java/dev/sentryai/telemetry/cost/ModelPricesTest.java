package dev.sentryai.telemetry.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.price.PriceTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelPricesTest {

    private final PriceTable table = PriceTable.parse("test", "small 1 2");
    private final ModelPrices prices = new ModelPrices(table);

    @Test
    void pricesAreThoseOfTheTableHoweverOftenTheyAreAskedFor() {
        assertThat(prices.find("small-2026-01-01"))
                .isEqualTo(table.find("small"))
                .isPresent();
        assertThat(prices.find("small-2026-01-01")).isEqualTo(table.find("small"));
        assertThat(prices.find("large")).isEmpty();
        assertThat(prices.find("large")).isEmpty();
        assertThat(prices.table()).isSameAs(table);
    }

    @Test
    void anyNumberOfModelsCanBeAskedFor() {
        assertThat(IntStream.range(0, 3000).mapToObj(index -> "model" + index))
                .noneMatch(model -> prices.find(model).isPresent());
        assertThat(prices.find("small")).isPresent();
    }
}
