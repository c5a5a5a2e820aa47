package dev.sentryai.format.ollama;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an answer together from lines, of which a whole answer is but one. */
final class Generated implements ResponseReader<Wire> {

    /** What the conventions have for errors without a type. */
    private static final String SOME_ERROR = "_OTHER";

    private final StringBuilder thoughts = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final List<Part> toolCalls = new ArrayList<>();
    private @Nullable String model;
    private @Nullable String reason;
    private @Nullable Long input;
    private @Nullable Long output;
    private boolean isBroken;

    @Override
    public void accept(Wire bodyOrLine) {
        Wire message = bodyOrLine.get("message");
        Wire said = message.isPresent() ? message.get("content") : bodyOrLine.get("response");
        Wire thought = message.isPresent() ? message.get("thinking") : bodyOrLine.get("thinking");
        text.append(said.textOrEmpty());
        thoughts.append(thought.textOrEmpty());
        toolCalls.addAll(Messages.toolCalls(message));
        model = newer(bodyOrLine.get("model").word(), model);
        reason = newer(bodyOrLine.get("done_reason").word(), reason);
        input = newer(count(bodyOrLine.get("prompt_eval_count")), input);
        output = newer(count(bodyOrLine.get("eval_count")), output);
        isBroken |= bodyOrLine.get("error").isPresent();
    }

    private static <T> @Nullable T newer(@Nullable T told, @Nullable T known) {
        return told == null ? known : told;
    }

    private static @Nullable Long count(Wire tokens) {
        Number number = tokens.number();
        return number == null || number.longValue() < 0 ? null : Long.valueOf(number.longValue());
    }

    @Override
    public GenAiResponse response() {
        String doneReason = reason;
        GenAiResponse.Builder response = GenAiResponse.builder()
                .model(model)
                .usage(new TokenUsage(input, output, null, null, null, null))
                .finishReasons(doneReason == null ? List.of() : List.of(doneReason))
                .outputMessages(this::messages);
        return (isBroken ? response.unfinished(SOME_ERROR) : response).build();
    }

    /** Returns the model's one message; none if it has said nothing. */
    private List<Message> messages() {
        List<Part> parts = new ArrayList<>();
        if (!thoughts.isEmpty()) {
            parts.add(new Part.Reasoning(thoughts.toString()));
        }
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text.toString()));
        }
        parts.addAll(toolCalls);
        return parts.isEmpty() ? List.of() : List.of(new Message("assistant", parts, null, reason));
    }
}
