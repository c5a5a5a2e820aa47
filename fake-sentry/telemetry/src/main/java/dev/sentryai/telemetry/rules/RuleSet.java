package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.ConversationSubject;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules to judge by, by what they look at. Immutable. */
final class RuleSet {

    static final RuleSet ALL = new RuleSet(id -> true);

    final List<Rule<EnvelopeSubject>> envelope;
    final List<Rule<SpanSubject>> span;
    final List<Rule<AttributeSubject>> attribute;
    final List<Rule<ContentSubject>> content;
    final List<Rule<TraceSubject>> trace;
    final List<Rule<ConversationSubject>> conversation;

    /** Takes the rules whose ids are wanted. */
    RuleSet(Predicate<String> wanted) {
        envelope = wanted(AllRules.envelope(), wanted);
        span = wanted(AllRules.span(), wanted);
        attribute = wanted(AllRules.attribute(), wanted);
        content = wanted(AllRules.content(), wanted);
        trace = wanted(AllRules.trace(), wanted);
        conversation = wanted(AllRules.conversation(), wanted);
    }

    private static <S> List<Rule<S>> wanted(Stream<Rule<S>> rules, Predicate<String> wanted) {
        return rules.filter(rule -> wanted.test(rule.id())).toList();
    }

    Stream<String> ids() {
        return Stream.of(envelope, span, attribute, content, trace, conversation)
                .flatMap(List::stream)
                .map(Rule::id);
    }
}
