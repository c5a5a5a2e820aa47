package dev.sentryai.cli;

import dev.sentryai.cli.text.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command itself, which does nothing without a subcommand. */
final class SentryAiCommand implements Runnable {

    enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    private final Environment environment;
    private final OptionSpec color = Syntax.option(
                    "--color",
                    "WHEN",
                    Color.class,
                    "auto (on a terminal, unless NO_COLOR is set), always or never. Default: auto")
            .defaultValue("auto")
            .scopeType(ScopeType.INHERIT)
            .build();

    SentryAiCommand(Environment environment) {
        this.environment = environment;
    }

    /** What all commands have in common. */
    CommandSpec syntax() {
        CommandSpec syntax = CommandSpec.wrapWithoutInspection(this)
                .name("sentry-ai")
                .versionProvider(new Version())
                .scopeType(ScopeType.INHERIT)
                .addOption(color)
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Print version information and exit.")
                        .build());
        syntax.usageMessage()
                .description("Reads, checks, replays and receives what Sentry SDKs send about AI.")
                .synopsisSubcommandLabel("COMMAND")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(UsageMessageSpec.keyValuesMap(
                        "0:clean",
                        "1:findings at or above --fail-on",
                        "2:wrong options or settings",
                        "3:input is missing or unreadable",
                        "4:network, or not accepted by the server",
                        "5:time is up, or an expectation was not met"));
        return syntax;
    }

    @Override
    public void run() {
        throw new ParameterException(color.command().commandLine(), "Which command?");
    }

    Environment environment() {
        return environment;
    }

    Style style() {
        Color wanted = color.getValue();
        return switch (wanted) {
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
