package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.ReferenceTime;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Standard;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts subjects before the rules and hears what they say. As long as nothing is wrong it makes no objects of its own. Used by one thread. */
final class Judge implements Consumer<Violation>, BiConsumer<String, @Nullable Object> {

    private final Standard standard;
    private final Findings findings;

    // What is being judged, and by which rule.
    private String rule = "";
    private @Nullable EnvelopeSubject envelope;
    private @Nullable SpanSubject span;

    Judge(Standard standard, Findings findings) {
        this.standard = standard;
        this.findings = findings;
    }

    /** Judges an envelope and the spans in it, which it returns. */
    List<SpanSubject> judge(CapturedEnvelope captured, List<SpanRecord> records) {
        ReferenceTime time = ReferenceTime.of(captured, records);
        List<SpanSubject> spans = new ArrayList<>(records.size());
        for (SpanRecord record : records) {
            spans.add(new SpanSubject(record, standard, time));
        }
        envelope = new EnvelopeSubject(captured, spans, standard.policy());
        apply(Rules.ENVELOPE_RULES, envelope);
        envelope = null;
        for (SpanSubject next : spans) {
            span = next;
            apply(Rules.SPAN_RULES, next);
            next.attributes().forEach(this);
        }
        span = null;
        return spans;
    }

    /** Judges one attribute of the span. */
    @Override
    public void accept(String key, @Nullable Object value) {
        apply(Rules.ATTRIBUTE_RULES, new AttributeSubject(Objects.requireNonNull(span), key, value));
    }

    /** Judges the traces to which the spans belong. */
    void judgeTraces(Collection<SpanSubject> spans) {
        Map<@Nullable String, List<SpanSubject>> traces = new LinkedHashMap<>();
        for (SpanSubject next : spans) {
            traces.computeIfAbsent(next.record().traceId(), id -> new ArrayList<>())
                    .add(next);
        }
        for (List<SpanSubject> trace : traces.values()) {
            apply(Rules.TRACE_RULES, new TraceSubject(trace));
        }
    }

    private <S> void apply(List<Rule<S>> rules, S subject) {
        for (int i = 0; i < rules.size(); i++) { // no iterator: this loop is what validating takes its time for
            Rule<S> next = rules.get(i);
            rule = next.id();
            next.check().check(subject, this);
        }
    }

    /** Takes what the rule says about the subject. */
    @Override
    public void accept(Violation violation) {
        if (envelope != null) {
            findings.add(rule, violation, envelope);
        } else {
            findings.add(rule, violation, span == null ? null : span.record());
        }
    }
}
