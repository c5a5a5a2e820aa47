package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.cost.ModelPrices;
import dev.sentryai.telemetry.rules.policy.Policy;
import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.Conventions;
import dev.sentryai.telemetry.rules.subject.ReferenceTime;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Standard;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that is not asked, because a fact that it needs does not hold, would not have found anything. */
class NeededFactsTest {

    private final TreeSet<String> unasked = new TreeSet<>();

    @Test
    void rulesThatAreNotAskedHaveNothingToSay() {
        for (ConventionsVersion version : ConventionsVersion.values()) {
            Standard standard =
                    new Standard(Conventions.of(version), Policy.NONE, new ModelPrices(PriceTable.bundled()));
            telemetry().forEach(telemetry -> judge(telemetry, standard));
        }

        assertThat(unasked).isEmpty();
    }

    private static Stream<Telemetry> telemetry() {
        return RuleTableTest.samples().map(sample -> sample.envelope().telemetry());
    }

    private void judge(Telemetry telemetry, Standard standard) {
        List<SpanSubject> all = new ArrayList<>();
        for (int i = 0; i < telemetry.envelopes().size(); i++) {
            CapturedEnvelope captured = telemetry.envelopes().get(i);
            ReferenceTime time = ReferenceTime.of(captured, telemetry.spansOf(i));
            telemetry.spansOf(i).forEach(span -> all.add(new SpanSubject(span, standard, time)));
        }
        all.forEach(this::judge);
        all.stream()
                .collect(Collectors.groupingBy(
                        span -> String.valueOf(span.record().traceId())))
                .values()
                .forEach(spans -> {
                    TraceSubject trace = new TraceSubject(spans);
                    ask(AllRules.trace(), trace, trace.facts());
                });
    }

    private void judge(SpanSubject span) {
        ask(AllRules.span(), span, span.facts());
        span.attributes().forEach((key, value) -> {
            AttributeSubject attribute =
                    new AttributeSubject(span, span.conventions().key(key), value);
            ask(AllRules.attribute(), attribute, attribute.facts());
        });
        for (ContentSubject content : span.contents()) {
            ask(AllRules.content(), content, content.facts());
        }
    }

    private <S> void ask(Stream<Rule<S>> rules, S subject, long facts) {
        rules.filter(rule -> !rule.concerns(facts))
                .forEach(rule -> rule.check().check(subject, violation -> unasked.add(rule.id())));
    }
}
