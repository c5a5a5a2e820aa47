package dev.sentryai.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints the script that teaches a shell to complete our commands and options. */
final class CompletionCommand implements Subcommand {

    enum Shell {
        BASH,
        ZSH
    }

    private final CommandSpec syntax = Syntax.of(this, "completion", "Prints a completion script for a shell.");

    CompletionCommand() {
        // One script serves both: it switches zsh to its emulation of bash's completion.
        syntax.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("SHELL")
                .type(Shell.class)
                .description("bash or zsh")
                .build());
        syntax.usageMessage()
                .footer(
                        "  source <(sentry-ai completion bash)",
                        "  sentry-ai completion zsh > ~/.sentry-ai-completion");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() {
        CommandLine root = syntax.root().commandLine();
        root.getOut().print(AutoComplete.bash(root.getCommandName(), root));
        return ExitCode.CLEAN;
    }
}
