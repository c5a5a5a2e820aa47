package dev.sentryai.cli;

import dev.sentryai.cli.config.Config;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.cost.CostEstimator;
import dev.sentryai.telemetry.cost.PriceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that all commands have that estimate costs. */
final class PriceOptions {

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description =
                    "Prices of your own, before the bundled ones: JSON as Sentry's aiModelMetadata (USD per token), or lines"
                            + " of model, input, output, cache read, cache write, reasoning (USD per 1M tokens), context. Default: those that sentry-ai.yml names.")
    private @Nullable Path file;

    /** Estimates with the option's prices, else with those that the project's settings name, else with the bundled ones. */
    CostEstimator estimator(Console console) {
        return new CostEstimator(file == null ? configured(console.environment()) : read(file, console));
    }

    /** The option's prices, else those of these settings, else the bundled ones. */
    PriceTable table(Config config, Console console) {
        return file == null ? of(config) : read(file, console);
    }

    private static PriceTable configured(Environment environment) {
        return of(Config.inForce(environment.directory(), environment.home()));
    }

    private static PriceTable of(Config config) {
        return Objects.requireNonNullElseGet(config.prices(), PriceTable::bundled);
    }

    private static PriceTable read(Path file, Console console) {
        try {
            return PriceFile.parse(file.toString(), Files.readAllBytes(file)).orElse(PriceTable.bundled());
        } catch (IOException e) {
            throw console.wrongUsage("Prices: cannot read " + file + ": " + e);
        } catch (IllegalArgumentException e) {
            throw console.wrongUsage("Prices: " + e.getMessage());
        }
    }
}
