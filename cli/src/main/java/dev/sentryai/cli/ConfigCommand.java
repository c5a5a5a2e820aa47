package dev.sentryai.cli;

import dev.sentryai.cli.config.Config;
import dev.sentryai.cli.config.ConfigFile;
import dev.sentryai.cli.config.ConfigSchema;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which settings apply here. */
@Command(
        name = "config",
        description = {
            "Checks the settings that apply here and says which file they are in.",
            "Or prints the JSON Schema of such files, for editors."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sentry-ai config",
            "  sentry-ai config --schema > sentry-ai.schema.json",
            "  sentry-ai config --schema expect > expect.schema.json"
        })
final class ConfigCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Console console;

    @Option(
            names = "--schema",
            arity = "0..1",
            paramLabel = "WHAT",
            fallbackValue = "settings",
            description = "Print the schema of: ${COMPLETION-CANDIDATES}. Default: settings")
    private @Nullable ConfigSchema schema;

    @Override
    public Integer call() {
        if (schema != null) {
            console.out().print(schema.text());
            return ExitCode.CLEAN;
        }
        Optional<Path> file = ConfigFile.find(
                console.environment().directory(), console.environment().home());
        file.ifPresent(Config::read);
        console.out().println(file.map(Path::toString).orElse("No " + ConfigFile.NAME + " here or above"));
        return ExitCode.CLEAN;
    }
}
