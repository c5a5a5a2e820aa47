package dev.sentryai.cli;

import dev.sentryai.cli.text.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself, which does nothing without a subcommand. */
@Command(
        name = "sentry-ai",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        description = "Reads, checks, replays and receives what Sentry SDKs send about AI.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:clean",
            "1:findings at or above --fail-on",
            "2:wrong options or settings",
            "3:input is missing or unreadable",
            "4:network, or not accepted by the server",
            "5:time is up, or an expectation was not met"
        })
final class SentryAiCommand implements Runnable {

    enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            scope = ScopeType.INHERIT,
            description = "auto (on a terminal, unless NO_COLOR is set), always or never. Default: auto")
    @SuppressWarnings("NullAway.Init")
    private Color color;

    SentryAiCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    Environment environment() {
        return environment;
    }

    Style style() {
        return switch (color) {
            case ALWAYS -> Style.COLORED;
            case NEVER -> Style.PLAIN;
            case AUTO -> wantsColor() && environment.isTerminal().getAsBoolean() ? Style.COLORED : Style.PLAIN;
        };
    }

    private boolean wantsColor() {
        return environment.variables().getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.variables().get("TERM"));
    }
}
