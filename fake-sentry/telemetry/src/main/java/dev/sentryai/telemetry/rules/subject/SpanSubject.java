package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.cost.ModelPrices;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.policy.Policy;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A span with the questions that rules ask about it. Used by one thread. */
public final class SpanSubject {

    /** OpenTelemetry's flag; Sentry's own describes the response. */
    private static final String OTEL_STREAM = "gen_ai.request.stream";

    private final SpanRecord record;
    private final Standard standard;
    private final Conventions conventions;
    private final ReferenceTime referenceTime;
    private final boolean isAi;
    private @Nullable SpanKind kind;
    private @Nullable SpanAttributes looked;
    private @Nullable Counts counts;
    private long facts;
    private @Nullable SpanSubject parent;
    private @Nullable JsonObject context;
    private @Nullable JsonObject wrappers;

    public SpanSubject(SpanRecord record, Standard standard, ReferenceTime referenceTime) {
        this.record = record;
        this.standard = standard;
        this.conventions = standard.conventions();
        this.referenceTime = referenceTime;
        this.isAi = record.isAi();
    }

    /** Null if it was not captured, and before it was looked for. */
    @Nullable
    SpanSubject parent() {
        return parent;
    }

    void parent(@Nullable SpanSubject other) {
        parent = other;
    }

    public SpanRecord record() {
        return record;
    }

    public Conventions conventions() {
        return conventions;
    }

    public Policy policy() {
        return standard.policy();
    }

    /** What models cost. */
    public ModelPrices prices() {
        return standard.prices();
    }

    public ReferenceTime referenceTime() {
        return referenceTime;
    }

    /** The {@link Fact facts} that hold, as their bits. */
    public long facts() {
        if (facts == 0) {
            facts = findFacts();
        }
        return facts;
    }

    public boolean shows(Fact fact) {
        return (facts() & fact.bit()) != 0;
    }

    private long findFacts() {
        return looked().facts()
                | kind().facts()
                | (isAi ? Fact.AI.bit() : 0)
                | (isMcp() ? Fact.MCP.bit() : 0)
                | (isStreamed() ? Fact.STREAMED.bit() : 0)
                | (record.source() == SpanSource.TRANSACTION ? Fact.TRANSACTION.bit() : 0)
                | (isSuccess() ? 0 : Fact.FAILED.bit())
                | (hasIds() ? 0 : Fact.ODD_ID.bit());
    }

    private boolean hasIds() {
        return Hex.isId(record.traceId(), Hex.TRACE_ID_LENGTH)
                && Hex.isId(record.spanId(), Hex.SPAN_ID_LENGTH)
                && Hex.isId(record.parentSpanId(), Hex.SPAN_ID_LENGTH);
    }

    // --- Labels ---

    public String name() {
        String name = record.name();
        return name == null ? "" : name;
    }

    public Optional<String> op() {
        return kind().op();
    }

    public boolean hasOpPrefix(String prefix) {
        String op = record.op();
        return op != null && op.startsWith(prefix);
    }

    public boolean hasAiOp() {
        return hasOpPrefix("gen_ai.") || hasOpPrefix("ai.");
    }

    public boolean isMcp() {
        return hasOpPrefix("mcp.");
    }

    public boolean isAi() {
        return isAi;
    }

    public Optional<String> status() {
        return Optional.ofNullable(record.status());
    }

    /** A missing status counts as success, as it does for Sentry. */
    public boolean isSuccess() {
        return record.status() == null || "ok".equals(record.status());
    }

    /** The name that the conventions want. */
    public Optional<String> templateName() {
        return op().flatMap(op -> conventions.spanName(op, this::value));
    }

    /** Whether the span has the name that the conventions want, or they have no opinion. */
    public boolean hasTemplateName() {
        String op = record.op();
        return op == null || conventions.isSpanName(name(), op, this::value);
    }

    // --- Kind of work ---

    private SpanKind kind() {
        if (kind == null) {
            Sent name = find(GenAiAttributes.OPERATION_NAME);
            kind = conventions().kind(record.op(), name != null && name.value() instanceof String text ? text : null);
        }
        return kind;
    }

    public Optional<String> operationName() {
        return kind().operationName();
    }

    public OperationType operationType() {
        return kind().type();
    }

    public boolean isMemory() {
        return kind().isMemory();
    }

    /** Whether Sentry adds this span's usage to the totals. */
    public boolean isAiClient() {
        return isAi() && operationType() == OperationType.AI_CLIENT;
    }

    public boolean isAgent() {
        return isAi() && operationType() == OperationType.AGENT;
    }

    /** Whether the span is known to be a call of a model; Sentry takes unknown operations for one, too. */
    public boolean isModelCall() {
        return isAi && kind().isModelCall();
    }

    public boolean isOperation(String op) {
        return op.equals(record.op()) || op.equals(kind().opOfName().orElse(null));
    }

    /** Whether attributes tell of AI work that this span did, not only of the agent or conversation around it. */
    public boolean describesAiWork() {
        if (record.attributes().get(GenAiAttributes.OPERATION_TYPE) != null) {
            return false; // that alone makes Sentry see an AI span
        }
        for (Map.Entry<String, @Nullable Object> attribute : record.attributes().entrySet()) {
            String key = attribute.getKey();
            if (key.startsWith("gen_ai.") && attribute.getValue() != null && !Vocabulary.INHERITED.contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** Null if absent or blank. */
    public @Nullable String conversationId() {
        return attributes().get(GenAiAttributes.CONVERSATION_ID) instanceof String id && !id.isBlank() ? id : null;
    }

    public boolean isMarkedAsStream() {
        return sent(GenAiAttributes.RESPONSE_STREAMING)
                        .filter(sent -> sent.value().equals(true))
                        .isPresent()
                || Boolean.TRUE.equals(record.attributes().get(OTEL_STREAM));
    }

    // --- Attributes ---

    public Map<String, @Nullable Object> attributes() {
        return record.attributes();
    }

    /** The attribute under its key, else under one of its older names. */
    public Optional<Sent> sent(String key) {
        return Optional.ofNullable(find(key));
    }

    private @Nullable Sent find(String key) {
        return looked().find(key);
    }

    private SpanAttributes looked() {
        if (looked == null) {
            looked = new SpanAttributes(this);
        }
        return looked;
    }

    /** The attributes with which anything may be wrong by itself, in the order of the wire. */
    public List<AttributeSubject> suspects() {
        return looked().suspects();
    }

    /** The value under the key, else under one of its older names; null if absent. */
    @Nullable
    public Object value(String key) {
        Sent sent = find(key);
        return sent == null ? null : sent.value();
    }

    public Optional<String> text(String key) {
        Sent sent = find(key);
        return sent != null && sent.value() instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A whole number; null if absent or anything else. */
    @Nullable
    public Count count(String key) {
        Sent sent = find(key);
        if (sent == null || !(sent.value() instanceof Long || sent.value() instanceof Double)) {
            return null;
        }
        Number number = (Number) sent.value();
        return number.doubleValue() == Math.rint(number.doubleValue())
                ? new Count(sent.key(), number.longValue())
                : null;
    }

    public Counts counts() {
        if (counts == null) {
            counts = Counts.of(this);
        }
        return counts;
    }

    /** The attributes that hold what was said, in the order of the wire. */
    public List<ContentSubject> contents() {
        return looked().contents();
    }

    /** Null if the span has no such content. */
    public @Nullable ContentSubject content(ContentKind kind) {
        for (ContentSubject content : contents()) {
            if (content.kind() == kind) {
                return content;
            }
        }
        return null;
    }

    /** Whether the span answers typed questions: its messages have a shape of their own. */
    public boolean isDecision() {
        String op = record.op();
        return op != null
                && (op.equals(GenAiOps.DECIDE) || op.equals(GenAiOps.EXTRACT) || op.equals("gen_ai.evaluate"));
    }

    public boolean hasInput() {
        return hasContent(GenAiAttributes.INPUT_MESSAGES);
    }

    public boolean hasOutput() {
        return hasContent(GenAiAttributes.OUTPUT_MESSAGES);
    }

    private boolean hasContent(String key) {
        return text(key)
                .filter(content -> !content.isBlank() && !content.equals("[]") && !content.equals("[\"\"]"))
                .isPresent();
    }

    // --- Wire format ---

    public boolean isStreamed() {
        return record.source() == SpanSource.SPAN_V2;
    }

    public boolean isTransactionRoot() {
        return record.source() == SpanSource.TRANSACTION
                && record.location().pointer().isEmpty();
    }

    public String nameField() {
        return isStreamed() ? "name" : isTransactionRoot() ? "transaction" : "description";
    }

    public String endField() {
        return isStreamed() ? "end_timestamp" : "timestamp";
    }

    /** The member of the span's JSON, wherever the format keeps it; null if absent. */
    @Nullable
    public Object raw(String field) {
        return isKeptInTrace(field) ? context().get(field) : record.raw().get(field);
    }

    /** JSON pointer from the item's payload to that member. */
    public String pointer(String field) {
        return record.location().pointer() + (isKeptInTrace(field) ? "/contexts/trace/" : "/") + field;
    }

    private boolean isKeptInTrace(String field) {
        return isTransactionRoot() && (field.endsWith("_id") || field.equals("status") || field.equals("links"));
    }

    private JsonObject context() {
        if (context == null) {
            context = record.raw().object("contexts").object("trace");
        }
        return context;
    }

    /** What stands around the values of a streamed span. */
    JsonObject wrappers() {
        if (wrappers == null) {
            wrappers = record.raw().object("attributes");
        }
        return wrappers;
    }

    public JsonObject measurements() {
        return record.raw().object("measurements");
    }

    /** What happens to a span that can not be stored. */
    public String consequence() {
        return record.source() == SpanSource.TRANSACTION ? "Sentry drops the whole transaction" : "Sentry drops it";
    }

    /** The name that the wire format has for {@code sentry.origin}. */
    public String originField() {
        return isStreamed() ? "attributes/sentry.origin" : isTransactionRoot() ? "contexts/trace/origin" : "origin";
    }

    // --- Time ---

    public OptionalDouble startSeconds() {
        return optional(record.startSeconds());
    }

    public OptionalDouble endSeconds() {
        return optional(record.endSeconds());
    }

    /** End minus start; negative if the span ends before it starts. */
    public OptionalDouble durationSeconds() {
        Double start = record.startSeconds();
        Double end = record.endSeconds();
        return start == null || end == null ? OptionalDouble.empty() : OptionalDouble.of(end - start);
    }

    /** Whether the end is missing, or the zero that recorders write for an open span. */
    public boolean isUnfinished() {
        return raw(endField()) == null || Double.valueOf(0).equals(record.endSeconds());
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
