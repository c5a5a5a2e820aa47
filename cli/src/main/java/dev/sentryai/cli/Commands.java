package dev.sentryai.cli;

import dev.sentryai.cli.config.ConfigException;
import dev.sentryai.cli.input.MissingInputException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Puts the command and its subcommands together. */
final class Commands {

    /** In the order of the help. */
    private static final List<String> NAMES = List.of(
            "inspect", "validate", "rules", "explain", "config", "stats", "replay", "serve", "demo", "completion");

    private Commands() {}

    /** The command with all of its subcommands. */
    static CommandLine create(Environment environment) {
        return create(environment, NAMES);
    }

    /** The command as far as the arguments need it, because making a subcommand takes longer than most of them run. */
    static CommandLine create(Environment environment, String... args) {
        boolean chosen = args.length > 0 && NAMES.contains(args[0]) && !args[0].equals("completion");
        return create(environment, chosen ? List.of(args[0]) : NAMES);
    }

    private static Subcommand command(String name) {
        return switch (name) {
            case "inspect" -> new InspectCommand();
            case "validate" -> new ValidateCommand();
            case "rules" -> new RulesCommand();
            case "explain" -> new ExplainCommand();
            case "config" -> new ConfigCommand();
            case "stats" -> new StatsCommand();
            case "replay" -> new ReplayCommand();
            case "serve" -> new ServeCommand();
            case "demo" -> new DemoCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new IllegalArgumentException("No command " + name);
        };
    }

    private static CommandLine create(Environment environment, List<String> names) {
        CommandLine root = new CommandLine(new SentryAiCommand(environment).syntax());
        for (String name : names) {
            root.addSubcommand(name, command(name).syntax());
        }
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
