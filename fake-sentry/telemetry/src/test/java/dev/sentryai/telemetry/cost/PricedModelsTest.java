package dev.sentryai.telemetry.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.price.PriceTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PricedModelsTest {

    private final PricedModels models = new PricedModels(PriceTable.parse("test", "small 1 2"));

    @Test
    void modelsWithAPriceAreInIt() {
        assertThat(models.contains("small-2026-01-01")).isTrue();
        assertThat(models.contains("large")).isFalse();
        assertThat(models.contains("large")).isFalse();
    }

    @Test
    void anyNumberOfModelsCanBeAskedFor() {
        assertThat(IntStream.range(0, 3000).mapToObj(index -> "model" + index)).noneMatch(models::contains);
        assertThat(models.contains("small")).isTrue();
    }
}
