package dev.sentryai.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How the syntax of our commands is written down. */
final class Syntax {

    private static final String EXAMPLES = "%nExamples:%n";

    private Syntax() {}

    /** A command without options yet. */
    static CommandSpec of(Subcommand command, String name, String... description) {
        CommandSpec syntax = CommandSpec.wrapWithoutInspection(command).name(name);
        syntax.usageMessage().description(description).footerHeading(EXAMPLES);
        return syntax;
    }

    /** An option with a value. */
    static OptionSpec.Builder option(String name, String label, Class<?> type, String... description) {
        return OptionSpec.builder(name).paramLabel(label).type(type).description(description);
    }

    /** An option with one of few values. */
    static <E extends Enum<E>> OptionSpec choice(
            String name, String label, Class<E> type, String otherwise, String description) {
        return option(name, label, type, description).defaultValue(otherwise).build();
    }

    /** An option that is given or not. */
    static OptionSpec flag(String name, String... description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    static boolean isGiven(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.getValue());
    }
}
