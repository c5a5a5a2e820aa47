package dev.sentryai.cli;

import dev.sentryai.cli.config.Config;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.cost.CostEstimator;
import dev.sentryai.telemetry.cost.PriceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The option that all commands have that estimate costs. */
final class PriceOptions {

    private final OptionSpec file = Syntax.option(
                    "--prices",
                    "FILE",
                    Path.class,
                    "Prices of your own, before the bundled ones: JSON as Sentry's aiModelMetadata (USD per token), or lines"
                            + " of model, input, output, cache read, cache write, reasoning (USD per 1M tokens), context. Default: those that sentry-ai.yml names.")
            .build();

    /** Makes it an option of that command. */
    PriceOptions(CommandSpec syntax) {
        syntax.addOption(file);
    }

    /** Estimates with the option's prices, else with those that the project's settings name, else with the bundled ones. */
    CostEstimator estimator(Console console) {
        Path given = file.getValue();
        return new CostEstimator(given == null ? configured(console.environment()) : read(given, console));
    }

    /** The option's prices, else those of these settings, else the bundled ones. */
    PriceTable table(Config config, Console console) {
        Path given = file.getValue();
        return given == null ? of(config) : read(given, console);
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
