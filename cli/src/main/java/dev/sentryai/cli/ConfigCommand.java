package dev.sentryai.cli;

import dev.sentryai.cli.config.Config;
import dev.sentryai.cli.config.ConfigFile;
import dev.sentryai.cli.config.ConfigSchema;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says which settings apply here. */
final class ConfigCommand implements Subcommand {

    private final CommandSpec syntax = Syntax.of(
            this,
            "config",
            "Checks the settings that apply here and says which file they are in.",
            "Or prints the JSON Schema of such files, for editors.");
    private final Console console = new Console(syntax);
    private final OptionSpec schema = Syntax.option(
                    "--schema",
                    "WHAT",
                    ConfigSchema.class,
                    "Print the schema of: ${COMPLETION-CANDIDATES}. Default: settings")
            .arity("0..1")
            .fallbackValue("settings")
            .build();

    ConfigCommand() {
        syntax.addOption(schema);
        syntax.usageMessage()
                .footer(
                        "  sentry-ai config",
                        "  sentry-ai config --schema > sentry-ai.schema.json",
                        "  sentry-ai config --schema expect > expect.schema.json");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() {
        ConfigSchema wanted = schema.getValue();
        if (wanted != null) {
            console.out().print(wanted.text());
            return ExitCode.CLEAN;
        }
        Optional<Path> file = ConfigFile.find(
                console.environment().directory(), console.environment().home());
        file.ifPresent(Config::read);
        console.out().println(file.map(Path::toString).orElse("No " + ConfigFile.NAME + " here or above"));
        return ExitCode.CLEAN;
    }
}
