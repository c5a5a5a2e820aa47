package dev.sentryai.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script that teaches a shell to complete our commands and options. */
@Command(
        name = "completion",
        description = "Prints a completion script for a shell.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(sentry-ai completion bash)", "  sentry-ai completion zsh > ~/.sentry-ai-completion"})
final class CompletionCommand implements Runnable {

    enum Shell {
        BASH,
        ZSH
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** One script serves both: it switches zsh to its emulation of bash's completion. */
    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private Shell shell;

    @Override
    public void run() {
        CommandLine root = spec.root().commandLine();
        root.getOut().print(AutoComplete.bash(root.getCommandName(), root));
    }
}
