package dev.sentryai.cli;

import dev.sentryai.cli.input.Captures;
import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.json.JsonSequence;
import dev.sentryai.cli.json.StoredJson;
import dev.sentryai.cli.json.TelemetryJson;
import dev.sentryai.cli.text.InspectText;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.relay.Relay;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Shows what recorded envelopes hold. */
final class InspectCommand implements Subcommand {

    enum Format {
        TEXT,
        JSON,
        JSONL
    }

    private final CommandSpec syntax = Syntax.of(
            this,
            "inspect",
            "Shows headers, items and traces of recorded envelopes: models, tokens, estimated cost, durations.");
    private final Console console = new Console(syntax);
    private final Paths paths = new Paths(syntax);
    private final PriceOptions prices = new PriceOptions(syntax);
    private final OptionSpec format = Syntax.choice(
            "--format",
            "FORMAT",
            Format.class,
            "text",
            "text, json (one array) or jsonl (one object a line). Default: text");
    private final OptionSpec stored = Syntax.flag(
            "--stored",
            "Show what Sentry would store: spans as it has them, what it does to them on arrival, and which it drops.");
    private final OptionSpec content =
            Syntax.flag("--content", "Show messages, tool arguments and results, too (text format).");

    InspectCommand() {
        syntax.addOption(format).addOption(stored).addOption(content);
        syntax.usageMessage()
                .footer(
                        "  sentry-ai inspect recordings/",
                        "  sentry-ai inspect chat.envelope --content",
                        "  sentry-ai inspect chat.envelope --stored",
                        "  sentry-ai inspect 'a/*.envelope' --format jsonl | jq .op");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() {
        List<InputFile> files = paths.files(console.environment());
        PrintWriter out = console.out();
        Format wanted = format.getValue();
        List<String> complaints = switch (wanted) {
            case TEXT -> text(files, out);
            case JSON -> json(files, JsonSequence.array(out));
            case JSONL -> json(files, JsonSequence.lines(out));
        };
        complaints.forEach(console::complain);
        return complaints.isEmpty() ? ExitCode.CLEAN : ExitCode.UNREADABLE;
    }

    private List<String> text(List<InputFile> files, PrintWriter out) {
        Captures captures = Captures.read(files);
        Telemetry telemetry = Telemetry.of(captures.envelopes());
        InspectText text = new InspectText(out, console.style(), Syntax.isGiven(content), prices.estimator(console));
        if (Syntax.isGiven(stored)) {
            text.printStored(telemetry);
        } else {
            text.print(telemetry);
        }
        return captures.complaints();
    }

    private Function<Telemetry, List<Map<String, @Nullable Object>>> shape() {
        if (!Syntax.isGiven(stored)) {
            return TelemetryJson::of;
        }
        Relay relay = new Relay(prices.estimator(console).prices());
        return telemetry -> StoredJson.of(telemetry, relay);
    }

    /** One file at a time, so that any number of them fits into memory. */
    private List<String> json(List<InputFile> files, JsonSequence output) {
        List<String> complaints = new ArrayList<>();
        Function<Telemetry, List<Map<String, @Nullable Object>>> shape = shape();
        try (output) {
            for (InputFile file : files) {
                Captures captures = Captures.read(List.of(file));
                shape.apply(Telemetry.of(captures.envelopes())).forEach(output::print);
                complaints.addAll(captures.complaints());
            }
        }
        return complaints;
    }
}
