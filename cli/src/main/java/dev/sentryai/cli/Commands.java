package dev.sentryai.cli;

import dev.sentryai.cli.config.ConfigException;
import dev.sentryai.cli.input.MissingInputException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Puts the command and its subcommands together. */
final class Commands {

    private Commands() {}

    static CommandLine create(Environment environment) {
        CommandLine root = new CommandLine(new SentryAiCommand(environment))
                .addSubcommand(new InspectCommand())
                .addSubcommand(new ValidateCommand())
                .addSubcommand(new RulesCommand())
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new ConfigCommand())
                .addSubcommand(new StatsCommand())
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new CompletionCommand());
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Commands::wrongUsage)
                .setExecutionExceptionHandler(Commands::failure);
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("sentry-ai: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    private static int failure(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        if (e instanceof ParameterException usage) {
            return wrongUsage(usage, new String[0]);
        }
        command.getErr().println("sentry-ai: " + e.getMessage());
        if (e instanceof ConfigException) {
            return ExitCode.USAGE;
        }
        if (e instanceof MissingInputException) {
            return ExitCode.UNREADABLE;
        }
        if (e instanceof UncheckedIOException io) {
            return io.getCause() instanceof SocketException ? ExitCode.NETWORK : ExitCode.UNREADABLE;
        }
        e.printStackTrace(command.getErr());
        return ExitCode.INTERNAL;
    }
}
