package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.ConversationSubject;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.ReferenceTime;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Standard;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts subjects before the rules and hears what they say. As long as nothing is wrong it makes no objects of its own. Used by one thread. */
final class Judge implements Consumer<Violation> {

    private static final long NO_FACTS = 0;

    private final RuleSet rules;
    private final Standard standard;
    private final Findings findings;

    // What is being judged, and by which rule.
    private String rule = "";
    private @Nullable EnvelopeSubject envelope;
    private @Nullable SpanSubject span;
    private @Nullable ContentSubject content;

    Judge(RuleSet rules, Standard standard, Findings findings) {
        this.rules = rules;
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
        apply(rules.envelope, envelope, NO_FACTS);
        envelope = null;
        spans.forEach(this::judge);
        return spans;
    }

    private void judge(SpanSubject next) {
        span = next;
        apply(rules.span, next, next.facts());
        for (AttributeSubject suspect : next.suspects()) {
            apply(rules.attribute, suspect, suspect.facts());
        }
        for (ContentSubject part : next.contents()) {
            content = part;
            apply(rules.content, part, part.facts());
        }
        content = null;
        span = null;
    }

    /** Judges the trace that spans make. */
    void judgeTrace(List<SpanSubject> spans) {
        TraceSubject trace = new TraceSubject(spans);
        apply(rules.trace, trace, trace.facts());
    }

    /** Judges the conversations to which spans belong. */
    void judgeConversations(Collection<SpanSubject> spans) {
        for (ConversationSubject conversation : ConversationSubject.allOf(spans)) {
            apply(rules.conversation, conversation, NO_FACTS);
        }
    }

    private <S> void apply(List<Rule<S>> all, S subject, long facts) {
        for (int i = 0; i < all.size(); i++) { // no iterator: this loop is what validating takes its time for
            Rule<S> next = all.get(i);
            if (next.concerns(facts)) {
                rule = next.id();
                next.check().check(subject, this);
            }
        }
    }

    /** Takes what the rule says about the subject. */
    @Override
    public void accept(Violation violation) {
        if (envelope != null) {
            findings.add(rule, violation, envelope);
        } else {
            if (content != null) {
                violation.attribute(content.key());
            }
            findings.add(rule, violation, span == null ? null : span.record());
        }
    }
}
