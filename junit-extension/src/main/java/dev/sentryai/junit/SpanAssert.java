package dev.sentryai.junit;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.tree.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one span. Those with names of their own find what was sent under older attribute names, too; {@link #hasAttribute} is
 * about exactly what was sent.
 */
public final class SpanAssert extends AbstractAssert<SpanAssert, SpanRecord> {

    private static final List<String> CONTENT = List.of(
            GenAiAttributes.INPUT_MESSAGES,
            GenAiAttributes.OUTPUT_MESSAGES,
            GenAiAttributes.SYSTEM_INSTRUCTIONS,
            GenAiAttributes.TOOL_DEFINITIONS,
            GenAiAttributes.TOOL_CALL_ARGUMENTS,
            GenAiAttributes.TOOL_CALL_RESULT,
            GenAiAttributes.EMBEDDINGS_INPUT);

    private static final int MAX_KEYS = 400;

    private final @Nullable Telemetry telemetry;

    SpanAssert(SpanRecord actual, @Nullable Telemetry telemetry) {
        super(actual, SpanAssert.class);
        this.telemetry = telemetry;
    }

    /**
     * Verifies the op.
     *
     * @param op for example {@code gen_ai.chat}
     * @return this
     */
    public SpanAssert hasOp(String op) {
        return verify("op", op, Optional.ofNullable(span().op()));
    }

    /**
     * Verifies the name.
     *
     * @param name for example {@code chat gpt-4o}
     * @return this
     */
    public SpanAssert hasName(String name) {
        return verify("name", name, Optional.ofNullable(span().name()));
    }

    /**
     * Verifies what made the span.
     *
     * @param origin for example {@code auto.ai.openai}
     * @return this
     */
    public SpanAssert hasOrigin(String origin) {
        return verify("origin", origin, Optional.ofNullable(span().origin()));
    }

    /**
     * Verifies how the span ended.
     *
     * @param status for example {@code ok} or {@code internal_error}
     * @return this
     */
    public SpanAssert hasStatus(String status) {
        return verify("status", status, Optional.ofNullable(span().status()));
    }

    /**
     * Verifies the model that was asked for.
     *
     * @param model for example {@code gpt-4o}
     * @return this
     */
    public SpanAssert hasModel(String model) {
        return verify("model", model, span().requestModel());
    }

    /**
     * Verifies the model that answered.
     *
     * @param model for example {@code gpt-4o-2024-08-06}
     * @return this
     */
    public SpanAssert hasResponseModel(String model) {
        return verify("response model", model, span().responseModel());
    }

    /**
     * Verifies the provider.
     *
     * @param provider for example {@code openai}
     * @return this
     */
    public SpanAssert hasProvider(String provider) {
        return verify("provider", provider, span().provider());
    }

    /**
     * Verifies the agent's name.
     *
     * @param name the whole name
     * @return this
     */
    public SpanAssert hasAgentName(String name) {
        return verify("agent name", name, span().agentName());
    }

    /**
     * Verifies the conversation.
     *
     * @param id the whole id
     * @return this
     */
    public SpanAssert hasConversationId(String id) {
        return verify("conversation id", id, span().conversationId());
    }

    /**
     * Verifies why the model stopped.
     *
     * @param reasons one for each choice, in order, at least one
     * @return this
     */
    public SpanAssert hasFinishReasons(String... reasons) {
        List<String> found = span().finishReasons();
        return verify("finish reasons", List.of(reasons), Optional.of(found).filter(list -> !list.isEmpty()));
    }

    /**
     * Verifies that the span says that its answer was streamed.
     *
     * @return this
     */
    public SpanAssert isStreaming() {
        return verify("streaming", true, Optional.of(span().isStreaming()));
    }

    /**
     * Verifies the tokens read, those from the cache included.
     *
     * @param tokens the number, which a missing one never equals
     * @return this
     */
    public SpanAssert hasInputTokens(long tokens) {
        return verify("input tokens", tokens, Optional.ofNullable(usage().input()));
    }

    /**
     * Verifies the tokens written, those of reasoning included.
     *
     * @param tokens the number, which a missing one never equals
     * @return this
     */
    public SpanAssert hasOutputTokens(long tokens) {
        return verify("output tokens", tokens, Optional.ofNullable(usage().output()));
    }

    /**
     * Verifies the input tokens that came out of the cache.
     *
     * @param tokens the number, which a missing one never equals
     * @return this
     */
    public SpanAssert hasCacheReadTokens(long tokens) {
        return verify("cache read tokens", tokens, Optional.ofNullable(usage().cacheRead()));
    }

    /**
     * Verifies the output tokens that were spent on reasoning.
     *
     * @param tokens the number, which a missing one never equals
     * @return this
     */
    public SpanAssert hasReasoningTokens(long tokens) {
        return verify("reasoning tokens", tokens, Optional.ofNullable(usage().reasoning()));
    }

    /**
     * Verifies the total of tokens, as it was sent.
     *
     * @param tokens the number, which a missing one never equals
     * @return this
     */
    public SpanAssert hasTotalTokens(long tokens) {
        return verify("total tokens", tokens, Optional.ofNullable(usage().total()));
    }

    /**
     * Verifies the messages that went into the model.
     *
     * @param messages all of them, in order
     * @return this
     */
    public SpanAssert hasInputMessages(Message... messages) {
        return verifyMessages("input messages", List.of(messages), span().inputMessages());
    }

    /**
     * Verifies the messages that came out of the model.
     *
     * @param messages all of them, in order; mind their finish reasons
     * @return this
     */
    public SpanAssert hasOutputMessages(Message... messages) {
        return verifyMessages("output messages", List.of(messages), span().outputMessages());
    }

    /**
     * Verifies that a message that went into the model says a text.
     *
     * @param text the whole text of one part of any message
     * @return this
     */
    public SpanAssert hasInputText(String text) {
        return verifyText("input text", text, texts(span().inputMessages()));
    }

    /**
     * Verifies that a message that came out of the model says a text.
     *
     * @param text the whole text of one part of any message
     * @return this
     */
    public SpanAssert hasOutputText(String text) {
        return verifyText("output text", text, texts(span().outputMessages()));
    }

    /**
     * Verifies that the system instructions contain a text.
     *
     * @param text the whole text of one part
     * @return this
     */
    public SpanAssert hasSystemInstruction(String text) {
        return verifyText("system instruction", text, textParts(span().systemInstructions()));
    }

    /**
     * Verifies the tool's name.
     *
     * @param name the whole name
     * @return this
     */
    public SpanAssert hasToolName(String name) {
        return verify("tool name", name, span().toolName());
    }

    /**
     * Verifies what the tool was called with.
     *
     * @param json compared as JSON, so that neither white space nor the order of members counts; or a plain text
     * @return this
     */
    public SpanAssert hasToolArguments(String json) {
        return verifyJson("tool arguments", json, GenAiAttributes.TOOL_CALL_ARGUMENTS);
    }

    /**
     * Verifies what the tool returned.
     *
     * @param json compared as JSON, so that neither white space nor the order of members counts; or a plain text
     * @return this
     */
    public SpanAssert hasToolResult(String json) {
        return verifyJson("tool result", json, GenAiAttributes.TOOL_CALL_RESULT);
    }

    /**
     * Verifies that the span carries none of what went into models and tools or came out of them.
     *
     * @return this
     */
    public SpanAssert hasNoContent() {
        List<String> found = CONTENT.stream()
                .filter(key -> span().attribute(key).isPresent())
                .toList();
        if (!found.isEmpty()) {
            throw mismatch("content", new Comparison("no content", String.join(", ", found)));
        }
        return this;
    }

    /**
     * Verifies an attribute as it was sent.
     *
     * @param key exactly the key that was sent
     * @param value a string, a boolean, a number of any type, or a list of these
     * @return this
     */
    public SpanAssert hasAttribute(String key, Object value) {
        Objects.requireNonNull(value, "value");
        return verify("attribute " + key, value, span().sent(key), JsonEquality::equalValues);
    }

    /**
     * Verifies that an attribute was sent, with any value.
     *
     * @param key exactly the key that was sent
     * @return this
     */
    public SpanAssert hasAttribute(String key) {
        if (span().sent(key).isEmpty()) {
            throw mismatch("attribute " + key, new Comparison("any value", Comparison.ABSENT));
        }
        return this;
    }

    /**
     * Verifies that an attribute was not sent.
     *
     * @param key exactly the key; to exclude its older names, too, name each
     * @return this
     */
    public SpanAssert doesNotHaveAttribute(String key) {
        Optional<Object> found = span().sent(key);
        if (found.isPresent()) {
            throw mismatch("attribute " + key, new Comparison(Comparison.ABSENT, Comparison.text(found.get())));
        }
        return this;
    }

    /**
     * Verifies the name of the span above.
     *
     * @param name for example {@code invoke_agent Concierge}
     * @return this
     */
    public SpanAssert hasParent(String name) {
        return verify("name of the parent", name, telemetry().parentOf(span()).map(SpanRecord::name));
    }

    /**
     * Verifies that the span names no parent.
     *
     * @return this
     */
    public SpanAssert hasNoParent() {
        String parent = span().parentSpanId();
        if (parent != null) {
            throw mismatch("parent", new Comparison(Comparison.ABSENT, Comparison.text(parent)));
        }
        return this;
    }

    /**
     * Verifies how many spans stand directly below.
     *
     * @param count 0 or more
     * @return this
     */
    public SpanAssert hasChildCount(int count) {
        return verify(
                "number of children",
                count,
                Optional.of(telemetry().childrenOf(span()).size()));
    }

    /**
     * Goes to the span above.
     *
     * @return assertions on the parent
     */
    public SpanAssert parent() {
        Optional<SpanRecord> parent = telemetry().parentOf(span());
        if (parent.isEmpty()) {
            String found =
                    span().parentSpanId() == null ? Comparison.ABSENT : span().parentSpanId() + " (not captured)";
            throw mismatch("parent", new Comparison("a captured span", found));
        }
        return new SpanAssert(parent.get(), telemetry());
    }

    /**
     * Goes to the only span of a name directly below.
     *
     * @param name for example {@code chat gpt-4o}
     * @return assertions on the child
     */
    public SpanAssert child(String name) {
        Predicate<SpanRecord> named = child -> name.equals(child.name());
        List<SpanRecord> children = telemetry().childrenOf(span());
        List<SpanRecord> found = children.stream().filter(named).toList();
        if (found.size() != 1) {
            String names = children.isEmpty()
                    ? Comparison.ABSENT
                    : children.stream().map(SpanPlace::label).collect(Collectors.joining(", "));
            throw mismatch("child", new Comparison("one named " + Comparison.text(name), names));
        }
        return new SpanAssert(found.get(0), telemetry());
    }

    /**
     * Goes to the only error event that happened in this span.
     *
     * @return assertions on the event
     */
    public ErrorAssert error() {
        List<EventRecord> errors = telemetry().events().stream()
                .filter(event -> ErrorAssert.isLink(event, span()))
                .toList();
        if (errors.size() != 1) {
            String all =
                    Count.of(errors, "error") + ", of " + telemetry().events().size() + " captured";
            throw mismatch("error event", new Comparison("1 error", all));
        }
        return new ErrorAssert(errors.get(0), telemetry());
    }

    private SpanRecord span() {
        isNotNull();
        return actual;
    }

    private TokenUsage usage() {
        return span().usage();
    }

    private Telemetry telemetry() {
        if (telemetry == null) {
            throw new IllegalStateException("Of a span alone neither parent nor children nor errors are known."
                    + " Start from the telemetry: assertThat(telemetry).span(op)");
        }
        return telemetry;
    }

    private SpanAssert verify(String what, Object expected, Optional<?> found) {
        return verify(what, expected, found, Objects::equals);
    }

    private <T> SpanAssert verify(
            String what, Object expected, Optional<T> found, BiPredicate<Object, ? super T> equality) {
        Objects.requireNonNull(expected, what);
        if (found.isEmpty() || !equality.test(expected, found.get())) {
            throw mismatch(what, Comparison.of(expected, found));
        }
        return this;
    }

    private SpanAssert verifyMessages(String what, List<Message> expected, List<Message> found) {
        Optional<String> sent =
                Optional.of(found).filter(list -> !list.isEmpty()).map(Messages::toJson);
        return verify(
                what, Messages.toJson(expected), sent, (json, other) -> JsonEquality.equalTexts((String) json, other));
    }

    private SpanAssert verifyText(String what, String expected, List<String> found) {
        Objects.requireNonNull(expected, what);
        if (!found.contains(expected)) {
            Optional<String> all =
                    Optional.of(found).filter(list -> !list.isEmpty()).map(Comparison::text);
            throw mismatch(what, new Comparison(Comparison.text(expected), all.orElse(Comparison.ABSENT)));
        }
        return this;
    }

    private SpanAssert verifyJson(String what, String expected, String key) {
        Optional<String> found = span().attribute(key).map(String::valueOf);
        return verify(what, expected, found, (json, other) -> JsonEquality.equalTexts((String) json, other));
    }

    private AssertionError mismatch(String what, Comparison comparison) {
        Report report = new Report("Unexpected " + what + " of " + SpanPlace.label(actual)).comparison(comparison);
        if (comparison.actual().equals(Comparison.ABSENT)) {
            report.fact("sent keys", keys());
        }
        String text = new SpanPlace(actual, telemetry).complete(report);
        return failureWithActualExpected(comparison.actual(), comparison.expected(), "%s", text);
    }

    private String keys() {
        String keys = PlainText.line(String.join(", ", actual.attributes().keySet()));
        return keys.length() > MAX_KEYS ? keys.substring(0, MAX_KEYS) + '…' : keys;
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> textParts(message.parts()).stream())
                .toList();
    }

    private static List<String> textParts(List<Part> parts) {
        return parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> ((Part.Text) part).content())
                .toList();
    }
}
