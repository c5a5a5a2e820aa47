package dev.sentryai.cli;

import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.cost.CostEstimator;
import dev.sentryai.telemetry.cost.PriceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that all commands have that estimate costs. */
final class PriceOptions {

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description =
                    "Prices of your own, before the bundled ones: JSON as Sentry's aiModelMetadata (USD per token), or lines"
                            + " of model, input, output, cache read, cache write, reasoning (USD per 1M tokens), context.")
    private @Nullable Path file;

    CostEstimator estimator(Console console) {
        return new CostEstimator(
                file == null ? PriceTable.bundled() : own(file, console).orElse(PriceTable.bundled()));
    }

    private static PriceTable own(Path file, Console console) {
        try {
            return PriceFile.parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw console.wrongUsage("--prices: cannot read " + file + ": " + e);
        } catch (IllegalArgumentException e) {
            throw console.wrongUsage("--prices: " + e.getMessage());
        }
    }
}
