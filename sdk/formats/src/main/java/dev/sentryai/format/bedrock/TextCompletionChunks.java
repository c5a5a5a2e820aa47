package dev.sentryai.format.bedrock;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the chunks of a completion together. Where a model gives but one, its text stands in the chunk itself. */
final class TextCompletionChunks implements ResponseReader<Wire> {

    private static final List<String> CHOICES = List.of("outputs", "generations", "choices", "results");

    private final SortedMap<Integer, Choice> choices = new TreeMap<>();
    private @Nullable String id;
    private @Nullable Long input;
    private @Nullable Long output;

    /** One of several completions, as far as it has come. */
    private static final class Choice {

        private final StringBuilder text = new StringBuilder();
        private @Nullable String reason;

        void accept(Wire chunk) {
            String more = text(chunk);
            text.append(more == null ? "" : more);
            String told = first(chunk, "stop_reason", "finish_reason", "completionReason")
                    .word();
            reason = told == null ? reason : told;
        }

        Message message() {
            List<Part> parts = text.isEmpty() ? List.of() : List.of(new Part.Text(text.toString()));
            return new Message("assistant", parts, null, reason);
        }
    }

    /** Returns the completions that a body or event has a part of. */
    static List<Wire> choices(Wire bodyOrEvent) {
        return CHOICES.stream()
                .map(bodyOrEvent::get)
                .filter(Wire::isList)
                .findFirst()
                .map(Wire::items)
                .orElseGet(() -> List.of(bodyOrEvent));
    }

    /** Returns the text of a completion, or of a part of one; null if there is none. */
    static @Nullable String text(Wire choice) {
        return first(choice, "generation", "outputText", "completion", "text").text();
    }

    private static Wire first(Wire owner, String... names) {
        return Stream.of(names)
                .map(owner::get)
                .filter(Wire::isPresent)
                .findFirst()
                .orElse(Wire.nothing());
    }

    @Override
    public void accept(Wire chunk) {
        List<Wire> parts = choices(chunk);
        for (int i = 0; i < parts.size(); i++) {
            choices.computeIfAbsent(parts.get(i).get("index").intOr(i), unseen -> new Choice())
                    .accept(parts.get(i));
        }
        id = chunk.get("id").word() == null ? id : chunk.get("id").word();
        input = newer(first(chunk, "prompt_token_count", "inputTextTokenCount"), input);
        output = newer(first(chunk, "generation_token_count", "totalOutputTextTokenCount"), output);
        output = sum(parts, output);
    }

    /** Counts so far are told again and again, or with the last chunk. */
    private static @Nullable Long newer(Wire count, @Nullable Long known) {
        Number number = count.number();
        return number == null || number.longValue() < 0 ? known : Long.valueOf(number.longValue());
    }

    /** Titan counts the tokens of each of its results. */
    private static @Nullable Long sum(List<Wire> parts, @Nullable Long known) {
        List<Number> counts = parts.stream()
                .map(part -> part.get("tokenCount").number())
                .filter(Objects::nonNull)
                .toList();
        return counts.isEmpty()
                ? known
                : Long.valueOf(counts.stream().mapToLong(Number::longValue).sum());
    }

    @Override
    public GenAiResponse response() {
        return GenAiResponse.builder()
                .id(id)
                .usage(new TokenUsage(input, output, null, null, null, null))
                .finishReasons(choices.values().stream()
                        .map(choice -> choice.reason)
                        .filter(Objects::nonNull)
                        .toList())
                .outputMessages(
                        () -> choices.values().stream().map(Choice::message).toList())
                .build();
    }
}
