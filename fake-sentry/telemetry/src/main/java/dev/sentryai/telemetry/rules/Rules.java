package dev.sentryai.telemetry.rules;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.Problem;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.cost.ModelPrices;
import dev.sentryai.telemetry.envelope.EnvelopeTooLargeException;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import dev.sentryai.telemetry.rules.policy.Policy;
import dev.sentryai.telemetry.rules.subject.Conventions;
import dev.sentryai.telemetry.rules.subject.ConversationSubject;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Standard;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one version of the conventions. They look at telemetry as it was sent and never at the machine's clock, so the same
 * telemetry has the same findings everywhere and always. Immutable and thread-safe.
 */
public final class Rules {

    private static final String UNREADABLE_ENVELOPE = "GENAI001";
    private static final String UNREADABLE_ITEM = "GENAI002";
    private static final String TOO_LARGE = "GENAI254";

    private final RuleSet rules;
    private final Standard standard;

    private Rules(RuleSet rules, Standard standard) {
        this.rules = rules;
        this.standard = standard;
    }

    /**
     * The rules that judge by a version of the conventions.
     *
     * @param version which attributes and ops are known, and which of them are deprecated
     * @return the rules, without a policy and with the bundled prices
     */
    public static Rules of(ConventionsVersion version) {
        return new Rules(
                RuleSet.ALL, new Standard(Conventions.of(version), Policy.NONE, new ModelPrices(PriceTable.bundled())));
    }

    /**
     * These rules and what an organisation demands beyond them.
     *
     * @param policy the demands, in place of those that were given before
     * @return new rules
     */
    public Rules with(Policy policy) {
        return new Rules(rules, standard.with(policy));
    }

    /** One of these rules, to be looked at without the others. */
    Rules only(String rule) {
        return new Rules(new RuleSet(rule::equals), standard);
    }

    /**
     * These rules with other prices.
     *
     * @param prices what models cost, in place of the bundled ones
     * @return new rules
     */
    public Rules with(PriceTable prices) {
        return new Rules(rules, standard.with(new ModelPrices(prices)));
    }

    /**
     * What models cost.
     *
     * @return the prices that these rules judge by
     */
    public PriceTable prices() {
        return standard.prices().table();
    }

    /**
     * The version of the conventions that these rules judge by.
     *
     * @return as given to {@link #of}
     */
    public ConventionsVersion conventions() {
        return standard.conventions().version();
    }

    /**
     * What there is to say about every rule.
     *
     * @return the definitions, ordered by id
     */
    public static List<RuleDefinition> definitions() {
        return Catalogue.BUNDLED.all();
    }

    /** The ids of the rules that {@link #check} and {@link #unreadable} can find, ordered. */
    static List<String> implemented() {
        return RuleSet.ALL.ids().collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), ids -> {
            ids.addAll(List.of(UNREADABLE_ENVELOPE, UNREADABLE_ITEM, TOO_LARGE));
            return List.copyOf(ids);
        }));
    }

    /**
     * Judges telemetry.
     *
     * @param telemetry what was captured; what could not be read in it is reported, too
     * @return what is wrong, ordered by file, item, span and rule; empty if nothing is
     */
    public List<Finding> check(Telemetry telemetry) {
        return conclude(List.of(judge(telemetry)));
    }

    /**
     * Judges one envelope by itself, so that any number of them can be judged one after the other or by several threads.
     *
     * @param captured the envelope
     * @return what there is to say without looking at its traces as a whole
     */
    public Judgement judge(CapturedEnvelope captured) {
        return judge(Telemetry.of(List.of(captured)));
    }

    /**
     * Adds what there is to say about the traces of envelopes that were judged before. A trace is judged as a whole if all its
     * envelopes are handed over together.
     *
     * @param judgements of these rules, in the order in which the envelopes were captured
     * @return what is wrong, as {@link #check} orders it
     */
    public List<Finding> conclude(List<Judgement> judgements) {
        Findings findings = new Findings();
        List<SpanSubject> conversations = new ArrayList<>();
        Map<@Nullable String, List<TracePart>> traces = new LinkedHashMap<>();
        for (Judgement judgement : judgements) {
            findings.addAll(judgement.findings());
            conversations.addAll(judgement.conversations());
            for (TracePart part : judgement.traces()) {
                traces.computeIfAbsent(part.traceId(), id -> new ArrayList<>(1)).add(part);
            }
        }
        traces.values().forEach(parts -> findings.addAll(findings(parts)));
        new Judge(rules, standard, findings).judgeConversations(conversations);
        return findings.sorted();
    }

    private Findings findings(List<TracePart> parts) {
        return parts.size() == 1
                ? parts.get(0).findings()
                : findingsOfTrace(
                        parts.stream().flatMap(part -> part.spans().stream()).toList());
    }

    private Findings findingsOfTrace(List<SpanSubject> spans) {
        Findings findings = new Findings();
        new Judge(rules, standard, findings).judgeTrace(spans);
        return findings;
    }

    /** Traces are judged right away, while all that they consist of is at hand; they seldom go through several envelopes. */
    private Judgement judge(Telemetry telemetry) {
        Findings findings = new Findings();
        List<SpanSubject> spans = judge(telemetry, findings);
        Map<@Nullable String, List<SpanSubject>> traces = new LinkedHashMap<>();
        for (SpanSubject span : spans) {
            traces.computeIfAbsent(span.record().traceId(), id -> new ArrayList<>(4))
                    .add(span);
        }
        List<TracePart> parts = new ArrayList<>(traces.size());
        traces.forEach((id, trace) -> parts.add(new TracePart(id, trace, findingsOfTrace(trace))));
        return new Judgement(telemetry, findings, parts, ConversationSubject.members(spans));
    }

    private List<SpanSubject> judge(Telemetry telemetry, Findings findings) {
        telemetry.problems().forEach(problem -> unreadableItem(problem, findings));
        Judge judge = new Judge(rules, standard, findings);
        List<SpanSubject> spans = new ArrayList<>(telemetry.spans().size());
        for (int i = 0; i < telemetry.envelopes().size(); i++) {
            spans.addAll(judge.judge(telemetry.envelopes().get(i), telemetry.spansOf(i)));
        }
        return spans;
    }

    /**
     * Turns the failure to read an envelope into a finding, so that the other envelopes can still be judged.
     *
     * @param file the name under which the finding shall speak of the envelope
     * @param failure what {@link dev.sentryai.telemetry.envelope.EnvelopeReader} threw
     * @return the finding: GENAI254 if something is too large, GENAI002 if the fault is in an item, else GENAI001
     */
    public static Finding unreadable(String file, MalformedEnvelopeException failure) {
        int item = failure.item().orElse(Location.HEADER);
        Location location = new Location(file, item, null, "", failure.offset());
        Findings findings = new Findings();
        findings.add(rule(failure), new Violation().with("reason", failure.reason()), location, null);
        return findings.sorted().get(0);
    }

    private static String rule(MalformedEnvelopeException failure) {
        if (failure instanceof EnvelopeTooLargeException) {
            return TOO_LARGE;
        }
        return failure.item().isPresent() ? UNREADABLE_ITEM : UNREADABLE_ENVELOPE;
    }

    private static void unreadableItem(Problem problem, Findings findings) {
        Violation violation = new Violation().with("reason", problem.itemType() + " " + problem.reason());
        findings.add(UNREADABLE_ITEM, violation, problem.location(), null);
    }
}
