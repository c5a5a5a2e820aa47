package dev.sentryai.junit;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one span. Those with names of their own find what was sent under older attribute names, too; {@link #hasAttribute} is
 * about exactly what was sent.
 */
public final class SpanAssert extends AbstractAssert<SpanAssert, SpanRecord> {

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
        return verify("finish reasons", List.of(reasons), SpanCheck.unlessEmpty(span().finishReasons()));
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
        return verify("input tokens", tokens, check().usage(TokenUsage::input));
    }

    /**
     * Verifies the tokens written, those of reasoning included.
     *
     * @param tokens the number, which a missing one never equals
     * @return this
     */
    public SpanAssert hasOutputTokens(long tokens) {
        return verify("output tokens", tokens, check().usage(TokenUsage::output));
    }

    /**
     * Verifies the input tokens that came out of the cache.
     *
     * @param tokens the number, which a missing one never equals
     * @return this
     */
    public SpanAssert hasCacheReadTokens(long tokens) {
        return verify("cache read tokens", tokens, check().usage(TokenUsage::cacheRead));
    }

    /**
     * Verifies the output tokens that were spent on reasoning.
     *
     * @param tokens the number, which a missing one never equals
     * @return this
     */
    public SpanAssert hasReasoningTokens(long tokens) {
        return verify("reasoning tokens", tokens, check().usage(TokenUsage::reasoning));
    }

    /**
     * Verifies the total of tokens, as it was sent.
     *
     * @param tokens the number, which a missing one never equals
     * @return this
     */
    public SpanAssert hasTotalTokens(long tokens) {
        return verify("total tokens", tokens, check().usage(TokenUsage::total));
    }

    /**
     * Verifies the messages that went into the model.
     *
     * @param messages all of them, in order
     * @return this
     */
    public SpanAssert hasInputMessages(Message... messages) {
        return verify(check().messages("input messages", List.of(messages), span().inputMessages()));
    }

    /**
     * Verifies the messages that came out of the model.
     *
     * @param messages all of them, in order; mind their finish reasons
     * @return this
     */
    public SpanAssert hasOutputMessages(Message... messages) {
        return verify(check().messages("output messages", List.of(messages), span().outputMessages()));
    }

    /**
     * Verifies that a message that went into the model says a text.
     *
     * @param text the whole text of one part of any message
     * @return this
     */
    public SpanAssert hasInputText(String text) {
        return verify(check().text("input text", text, SpanCheck.parts(span().inputMessages())));
    }

    /**
     * Verifies that a message that came out of the model says a text.
     *
     * @param text the whole text of one part of any message
     * @return this
     */
    public SpanAssert hasOutputText(String text) {
        return verify(check().text("output text", text, SpanCheck.parts(span().outputMessages())));
    }

    /**
     * Verifies that the system instructions contain a text.
     *
     * @param text the whole text of one part
     * @return this
     */
    public SpanAssert hasSystemInstruction(String text) {
        return verify(check().text("system instruction", text, span().systemInstructions()));
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
        return verify(check().json("tool arguments", json, GenAiAttributes.TOOL_CALL_ARGUMENTS));
    }

    /**
     * Verifies what the tool returned.
     *
     * @param json compared as JSON, so that neither white space nor the order of members counts; or a plain text
     * @return this
     */
    public SpanAssert hasToolResult(String json) {
        return verify(check().json("tool result", json, GenAiAttributes.TOOL_CALL_RESULT));
    }

    /**
     * Verifies that the span carries none of what went into models and tools or came out of them.
     *
     * @return this
     */
    public SpanAssert hasNoContent() {
        return verify(check().noContent());
    }

    /**
     * Verifies an attribute as it was sent.
     *
     * @param key exactly the key that was sent
     * @param value a string, a boolean, a number of any type, or a list of these
     * @return this
     */
    public SpanAssert hasAttribute(String key, Object value) {
        return verify(check().attribute(key, value));
    }

    /**
     * Verifies that an attribute was sent, with any value.
     *
     * @param key exactly the key that was sent
     * @return this
     */
    public SpanAssert hasAttribute(String key) {
        return verify(check().attribute(key));
    }

    /**
     * Verifies that an attribute was not sent.
     *
     * @param key exactly the key; to exclude its older names, too, name each
     * @return this
     */
    public SpanAssert doesNotHaveAttribute(String key) {
        return verify(check().noAttribute(key));
    }

    /**
     * Verifies the name of the span above.
     *
     * @param name for example {@code invoke_agent Concierge}
     * @return this
     */
    public SpanAssert hasParent(String name) {
        return verify("name of the parent", name, relatives().parent().map(SpanRecord::name));
    }

    /**
     * Verifies that the span names no parent.
     *
     * @return this
     */
    public SpanAssert hasNoParent() {
        return verify(check().absent("parent", Optional.ofNullable(span().parentSpanId())));
    }

    /**
     * Verifies how many spans stand directly below.
     *
     * @param count 0 or more
     * @return this
     */
    public SpanAssert hasChildCount(int count) {
        return verify("number of children", count, relatives().childCount());
    }

    /**
     * Goes to the span above.
     *
     * @return assertions on the parent
     */
    public SpanAssert parent() {
        Relatives relatives = relatives();
        return new SpanAssert(relatives.parent().orElseThrow(() -> failure(relatives.noParent())), telemetry);
    }

    /**
     * Goes to the only span of a name directly below.
     *
     * @param name for example {@code chat gpt-4o}
     * @return assertions on the child
     */
    public SpanAssert child(String name) {
        List<SpanRecord> found = relatives().children(name);
        if (found.size() != 1) {
            throw failure(relatives().notOneChild(name));
        }
        return new SpanAssert(found.get(0), telemetry);
    }

    /**
     * Goes to the only error event that happened in this span.
     *
     * @return assertions on the event
     */
    public ErrorAssert error() {
        Relatives relatives = relatives();
        if (relatives.errors().size() != 1) {
            throw failure(relatives.notOneError());
        }
        return new ErrorAssert(relatives.errors().get(0), relatives.telemetry());
    }

    private SpanRecord span() {
        isNotNull();
        return actual;
    }

    private SpanCheck check() {
        return new SpanCheck(span());
    }

    private Relatives relatives() {
        return Relatives.of(span(), telemetry);
    }

    private SpanAssert verify(String what, Object expected, Optional<?> found) {
        return verify(check().value(what, expected, found));
    }

    private SpanAssert verify(Optional<Mismatch> mismatch) {
        if (mismatch.isPresent()) {
            throw failure(mismatch.get());
        }
        return this;
    }

    private AssertionError failure(Mismatch mismatch) {
        String text = new SpanPlace(actual, telemetry).complete(mismatch.report(actual));
        return failureWithActualExpected(
                mismatch.comparison().actual(), mismatch.comparison().expected(), "%s", text);
    }
}
