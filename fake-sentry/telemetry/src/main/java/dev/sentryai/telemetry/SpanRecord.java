package dev.sentryai.telemetry;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.SpanFields.Labels;
import dev.sentryai.telemetry.content.ContentReader;
import dev.sentryai.telemetry.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One span as it was sent, whatever the format. Compared by identity. Immutable and thread-safe. */
public final class SpanRecord {

    private final Location location;
    private final SpanFields fields;
    private final JsonObject attributes;
    private final JsonObject raw;

    SpanRecord(Location location, SpanFields fields, JsonObject attributes, JsonObject raw) {
        this.location = location;
        this.fields = fields;
        this.attributes = attributes;
        this.raw = raw;
    }

    /**
     * Where the span stands.
     *
     * @return the place of the span's JSON object
     */
    public Location location() {
        return location;
    }

    /**
     * The format in which the span was sent.
     *
     * @return the format
     */
    public SpanSource source() {
        return fields.source();
    }

    /**
     * Whether the span is the root of what one process did: a transaction's root, or marked as such.
     *
     * @return true if so
     */
    public boolean segment() {
        return fields.segment();
    }

    /**
     * The trace id.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String traceId() {
        return fields.ids().trace();
    }

    /**
     * The span id.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String spanId() {
        return fields.ids().span();
    }

    /**
     * The parent's span id.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String parentSpanId() {
        return fields.ids().parent();
    }

    /**
     * The span id of the segment that the span belongs to: of the transaction's root, or as the span says.
     *
     * @return null if not known
     */
    public @Nullable String segmentId() {
        return fields.ids().segment();
    }

    /**
     * The operation, for example {@code gen_ai.chat}.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String op() {
        return fields.labels().op();
    }

    /**
     * The name (a child span's description, a transaction's name).
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String name() {
        return fields.labels().name();
    }

    /**
     * What made the span, for example {@code auto.ai.openai}.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String origin() {
        return fields.labels().origin();
    }

    /**
     * How the span ended, for example {@code ok}.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String status() {
        return fields.labels().status();
    }

    /**
     * When the span started; time stamps sent as text are converted.
     *
     * @return seconds since 1970, null if absent or unreadable
     */
    public @Nullable Double startSeconds() {
        return fields.times().start();
    }

    /**
     * When the span ended; time stamps sent as text are converted.
     *
     * @return seconds since 1970, null if absent or unreadable
     */
    public @Nullable Double endSeconds() {
        return fields.times().end();
    }

    /**
     * From start to end, to the microsecond, which is as exact as the times are.
     *
     * @return negative if the span ended before it started, empty if one of the times is not known
     */
    public Optional<Duration> duration() {
        Double start = startSeconds();
        Double end = endSeconds();
        if (start == null || end == null) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.round((end - start) * 1e6) * 1000));
    }

    /**
     * The attributes as plain values.
     *
     * @return what was sent, in the order of the wire, immutable
     */
    public Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    /**
     * The attribute under exactly this key.
     *
     * @param key for example {@code gen_ai.request.model}
     * @return as sent, empty if absent or null
     */
    public Optional<Object> sent(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    /**
     * The type that a span v2 declares for an attribute.
     *
     * @param key for example {@code gen_ai.request.model}
     * @return as sent, empty if absent, not a string, or in another format
     */
    public Optional<String> declaredType(String key) {
        return source() == SpanSource.SPAN_V2
                ? raw.object("attributes").object(key).string("type")
                : Optional.empty();
    }

    /**
     * The JSON object that the span was read from; for a transaction's root that is the whole transaction.
     *
     * @return every member as sent
     */
    public JsonObject raw() {
        return raw;
    }

    /**
     * Whether Sentry would take this for a span about AI: by its op, or by an operation name or type.
     *
     * @return true if so
     */
    public boolean isAi() {
        String op = op() == null ? "" : op();
        return op.startsWith("gen_ai.")
                || op.startsWith("ai.")
                || attributes.get(GenAiAttributes.OPERATION_NAME) != null
                || attributes.get(GenAiAttributes.OPERATION_TYPE) != null;
    }

    /**
     * The attribute under this key or, if that is absent, under one that it had before; messages that were sent under older names
     * are given in today's shape.
     *
     * @param key a current key, for example {@code gen_ai.provider.name}
     * @return as sent, empty if absent or null
     */
    public Optional<Object> attribute(String key) {
        return AttributeLookup.resolve(attributes, key);
    }

    /**
     * {@link #attribute} if it is a string.
     *
     * @param key a current key
     * @return empty if absent or of another type
     */
    public Optional<String> string(String key) {
        return attribute(key).filter(String.class::isInstance).map(String.class::cast);
    }

    /**
     * {@link #attribute} if it is a whole number of 64 bit, also one that was written as a decimal.
     *
     * @param key a current key
     * @return empty if absent or of another type
     */
    public Optional<Long> integer(String key) {
        return attribute(key).flatMap(Numbers::integer);
    }

    /**
     * {@link #attribute} if it is a number.
     *
     * @param key a current key
     * @return empty if absent, of another type, or beyond what a double can hold
     */
    public Optional<Double> number(String key) {
        return attribute(key).flatMap(Numbers::number);
    }

    /**
     * {@link #attribute} if it is a boolean.
     *
     * @param key a current key
     * @return empty if absent or of another type
     */
    public Optional<Boolean> bool(String key) {
        return attribute(key).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    /**
     * The operation's name.
     *
     * @return for example {@code chat}, empty if absent
     */
    public Optional<String> operationName() {
        return string(GenAiAttributes.OPERATION_NAME);
    }

    /**
     * What Sentry would take the span for, by the operation's name or else by the op.
     *
     * @return empty for spans that are not about AI
     */
    public Optional<OperationType> operationType() {
        return isAi() ? OperationType.infer(operationName().orElse(null), op()) : Optional.empty();
    }

    /**
     * The model that was asked for.
     *
     * @return for example {@code gpt-4o}, empty if absent
     */
    public Optional<String> requestModel() {
        return string(GenAiAttributes.REQUEST_MODEL);
    }

    /**
     * The model that answered.
     *
     * @return for example {@code gpt-4o-2024-08-06}, empty if absent
     */
    public Optional<String> responseModel() {
        return string(GenAiAttributes.RESPONSE_MODEL);
    }

    /**
     * The provider.
     *
     * @return for example {@code openai}, empty if absent
     */
    public Optional<String> provider() {
        return string(GenAiAttributes.PROVIDER_NAME);
    }

    /**
     * The agent's name.
     *
     * @return empty if absent
     */
    public Optional<String> agentName() {
        return string(GenAiAttributes.AGENT_NAME);
    }

    /**
     * The tool's name.
     *
     * @return empty if absent
     */
    public Optional<String> toolName() {
        return string(GenAiAttributes.TOOL_NAME);
    }

    /**
     * The id of the conversation that the span belongs to.
     *
     * @return empty if absent
     */
    public Optional<String> conversationId() {
        return string(GenAiAttributes.CONVERSATION_ID);
    }

    /**
     * Why the model stopped, once per choice.
     *
     * @return as sent, from an array, JSON text of one, or a single text; empty if absent
     */
    public List<String> finishReasons() {
        return ContentReader.texts(
                attribute(GenAiAttributes.RESPONSE_FINISH_REASONS).orElse(null));
    }

    /**
     * The tokens that the span says it used.
     *
     * @return as sent, negative numbers included; nothing known for what is absent or not a whole number
     */
    public TokenUsage usage() {
        return SpanUsage.read(this);
    }

    /**
     * What was said to the model.
     *
     * @return the messages, whatever the shape and name they were sent under; none if absent
     */
    public List<Message> inputMessages() {
        return new GenAiContent(attributes).input();
    }

    /**
     * What the model said.
     *
     * @return the messages, whatever the shape and names they were sent under; none if absent
     */
    public List<Message> outputMessages() {
        return new GenAiContent(attributes).output();
    }

    /**
     * The instructions that were given beside the messages.
     *
     * @return the parts; none if absent
     */
    public List<Part> systemInstructions() {
        return ContentReader.instructions(
                attribute(GenAiAttributes.SYSTEM_INSTRUCTIONS).orElse(null));
    }

    /**
     * The tools that the model could call.
     *
     * @return the definitions, whatever the provider's shape; none if absent
     */
    public List<ToolDefinition> toolDefinitions() {
        return ContentReader.toolDefinitions(
                attribute(GenAiAttributes.TOOL_DEFINITIONS).orElse(null));
    }

    /**
     * From the request to the first piece of a streamed answer.
     *
     * @return seconds, empty if absent or not a number
     */
    public Optional<Double> timeToFirstChunkSeconds() {
        return number(GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK);
    }

    /**
     * Whether the answer was streamed, as the span says.
     *
     * @return false also if the span says nothing
     */
    public boolean isStreaming() {
        // OpenTelemetry's name for it is not in Sentry's registry, but SDKs send it.
        return bool(GenAiAttributes.RESPONSE_STREAMING)
                .or(() -> bool("gen_ai.request.stream"))
                .orElse(false);
    }

    /**
     * The span as it would be with another status and other attributes, from which op and origin follow. Where it stands, its ids, its
     * name and its times are the same.
     *
     * @param status how the span ended; null if that is not known
     * @param others in place of the span's own
     * @return a new span
     */
    public SpanRecord with(@Nullable String status, Map<String, ? extends @Nullable Object> others) {
        JsonObject other = JsonObject.of(others);
        Labels labels = new Labels(
                other.text(CommonAttributes.SENTRY_OP), name(), other.text(CommonAttributes.SENTRY_ORIGIN), status);
        SpanFields same = new SpanFields(source(), segment(), fields.ids(), labels, fields.times());
        return new SpanRecord(location, same, other, raw);
    }

    boolean isChildOf(SpanRecord other) {
        return parentSpanId() != null
                && parentSpanId().equals(other.spanId())
                && Objects.equals(traceId(), other.traceId());
    }

    @Override
    public String toString() {
        return op() + " \"" + name() + "\" (" + location + ")";
    }
}
