package dev.sentryai.telemetry;

import dev.sentryai.protocol.TokenUsage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that was captured, whatever SDK and format it came in. Lists are in the order of the wire. Immutable and thread-safe. */
public final class Telemetry {

    /** Nothing captured. */
    public static final Telemetry EMPTY = of(List.of());

    private final List<CapturedEnvelope> envelopes;
    private final List<SpanRecord> spans;
    private final List<EventRecord> events;
    private final List<ItemRecord> items;
    private final List<Problem> problems;

    /** For each envelope, how many spans there are up to its end. */
    private final int[] spanEnds;

    /** Made when it is first asked for; threads that do so at the same time make the same one. */
    private volatile @Nullable SpanIndex index;

    Telemetry(List<CapturedEnvelope> envelopes, Collector read) {
        this.envelopes = List.copyOf(envelopes);
        this.spans = List.copyOf(read.spans);
        this.events = List.copyOf(read.events);
        this.items = List.copyOf(read.items);
        this.problems = List.copyOf(read.problems);
        this.spanEnds = read.spanEnds();
    }

    /**
     * Reads what envelopes hold. An item that cannot be read becomes a {@link Problem} and does not stop the rest.
     *
     * @param envelopes in the order in which they were captured
     * @return all of it
     */
    public static Telemetry of(List<CapturedEnvelope> envelopes) {
        return new TelemetryReader().read(envelopes);
    }

    /**
     * This and then the other.
     *
     * @param other what was captured later
     * @return both
     */
    public Telemetry plus(Telemetry other) {
        return join(List.of(this, other));
    }

    /**
     * One after the other.
     *
     * @param parts in the order in which they were captured
     * @return all of them
     */
    public static Telemetry join(List<Telemetry> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Collector all = new Collector();
        List<CapturedEnvelope> envelopes = new ArrayList<>();
        for (Telemetry part : parts) {
            envelopes.addAll(part.envelopes);
            all.add(part);
        }
        return new Telemetry(envelopes, all);
    }

    /**
     * The same with other spans.
     *
     * @param change gives the span that takes a span's place, or nothing if it is left out
     * @return new telemetry
     */
    public Telemetry withSpans(Function<SpanRecord, Optional<SpanRecord>> change) {
        Collector changed = new Collector();
        for (int i = 0; i < envelopes.size(); i++) {
            spansOf(i).forEach(span -> change.apply(span).ifPresent(changed.spans::add));
            changed.endEnvelope();
        }
        changed.events.addAll(events);
        changed.items.addAll(items);
        changed.problems.addAll(problems);
        return new Telemetry(envelopes, changed);
    }

    /**
     * The envelopes that this was read from.
     *
     * @return an immutable list
     */
    public List<CapturedEnvelope> envelopes() {
        return envelopes;
    }

    /**
     * Every span.
     *
     * @return an immutable list
     */
    public List<SpanRecord> spans() {
        return spans;
    }

    /**
     * The spans of one envelope.
     *
     * @param envelope its place in {@link #envelopes()}, counted from 0
     * @return an immutable list, in the order of the wire
     */
    public List<SpanRecord> spansOf(int envelope) {
        return spans.subList(envelope == 0 ? 0 : spanEnds[envelope - 1], spanEnds[envelope]);
    }

    /**
     * The spans about AI, see {@link SpanRecord#isAi}.
     *
     * @return an immutable list
     */
    public List<SpanRecord> aiSpans() {
        return spans.stream().filter(SpanRecord::isAi).toList();
    }

    /**
     * The error events.
     *
     * @return an immutable list
     */
    public List<EventRecord> events() {
        return events;
    }

    /**
     * The items that hold neither spans nor an error event, and those that could not be read.
     *
     * @return an immutable list
     */
    public List<ItemRecord> items() {
        return items;
    }

    /**
     * What could not be read.
     *
     * @return an immutable list, empty if everything could
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The tokens that all calls of models used together. Agents and tools do not count: what they report is the sum of the calls
     * inside them.
     *
     * @return the sum, nothing known if no call says anything
     */
    public TokenUsage usage() {
        return SpanUsage.sum(spans);
    }

    /**
     * The spans by trace, with the errors of each trace.
     *
     * @return an immutable list, ordered by the first span of each trace
     */
    public List<Trace> traces() {
        Map<Optional<String>, List<SpanRecord>> byTrace = new LinkedHashMap<>();
        for (SpanRecord span : spans) {
            byTrace.computeIfAbsent(Optional.ofNullable(span.traceId()), id -> new ArrayList<>())
                    .add(span);
        }
        return byTrace.entrySet().stream()
                .map(entry -> trace(entry.getKey().orElse(null), entry.getValue()))
                .toList();
    }

    /**
     * The span's children.
     *
     * @param span one of {@link #spans()}
     * @return an immutable list, which may be empty
     */
    public List<SpanRecord> childrenOf(SpanRecord span) {
        return index().childrenOf(span);
    }

    /**
     * The span's parent.
     *
     * @param span one of {@link #spans()}
     * @return empty if the span has none or if it was not captured
     */
    public Optional<SpanRecord> parentOf(SpanRecord span) {
        return index().parentOf(span);
    }

    /**
     * The span with these ids.
     *
     * @param traceId as sent; null for spans without one
     * @param spanId as sent
     * @return the first one; empty if it was not captured
     */
    public Optional<SpanRecord> find(@Nullable String traceId, String spanId) {
        return index().find(traceId, spanId);
    }

    private SpanIndex index() {
        SpanIndex known = index;
        if (known == null) {
            known = new SpanIndex(spans);
            index = known;
        }
        return known;
    }

    private Trace trace(@Nullable String traceId, List<SpanRecord> traceSpans) {
        List<EventRecord> traceEvents = traceId == null
                ? List.of()
                : events.stream()
                        .filter(event -> Objects.equals(event.traceId(), traceId))
                        .toList();
        return new Trace(traceId, traceSpans, traceEvents);
    }
}
