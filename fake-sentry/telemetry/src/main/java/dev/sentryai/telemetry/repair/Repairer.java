package dev.sentryai.telemetry.repair;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.repair.HeaderRepairs.HeaderRepair;
import dev.sentryai.telemetry.repair.SpanEdits.Surroundings;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Corrects envelopes wherever it can be done without guessing. It judges and corrects in turns, because one repair may be what
 * another one waits for, and leaves every byte alone that it does not have to change. Immutable and thread-safe.
 */
public final class Repairer {

    /** A span is done after a few: there are only so many things that can be wrong with one attribute. */
    private static final int MAX_ROUNDS = 50;

    private static final Map<String, HeaderRepair> OF_HEADERS = HeaderRepairs.all();
    private static final Map<String, SpanRepair> OF_SPANS = spanRepairs();

    private final Rules rules;
    private final Predicate<Finding> wanted;

    /**
     * Makes a repairer of everything that it can repair.
     *
     * @param rules say what is wrong
     */
    public Repairer(Rules rules) {
        this(rules, finding -> true);
    }

    /**
     * Makes a repairer.
     *
     * @param rules say what is wrong
     * @param wanted what shall be repaired of it; asked any number of times
     */
    public Repairer(Rules rules, Predicate<Finding> wanted) {
        this.rules = rules;
        this.wanted = wanted;
    }

    private static Map<String, SpanRepair> spanRepairs() {
        Map<String, SpanRepair> all = new HashMap<>();
        all.putAll(LabelRepairs.all());
        all.putAll(AttributeRepairs.all());
        all.putAll(TypeRepairs.all());
        all.putAll(ContentRepairs.all());
        return Map.copyOf(all);
    }

    /** The ids of the rules whose findings can be repaired. */
    static List<String> repairable() {
        List<String> ids = new ArrayList<>(OF_HEADERS.keySet());
        ids.addAll(OF_SPANS.keySet());
        return ids.stream().sorted().toList();
    }

    /**
     * Repairs envelopes together, as what one trace says may be spread over several of them.
     *
     * @param envelopes each under another name
     * @return the same envelopes in the same order, corrected
     */
    public List<Repaired> repair(List<CapturedEnvelope> envelopes) {
        List<Finding> first = check(envelopes);
        List<Finding> findings = first;
        List<CapturedEnvelope> current = envelopes;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<CapturedEnvelope> next = repair(current, findings);
            if (next.equals(current)) {
                break;
            }
            current = next;
            findings = check(current);
        }
        return results(envelopes, current, first, findings);
    }

    private List<Finding> check(List<CapturedEnvelope> envelopes) {
        return rules.check(Telemetry.of(envelopes)).stream().filter(wanted).toList();
    }

    private List<CapturedEnvelope> repair(List<CapturedEnvelope> envelopes, List<Finding> findings) {
        Map<String, EnvelopeEdits> edits = new HashMap<>();
        Map<String, CapturedEnvelope> byFile = new HashMap<>();
        for (CapturedEnvelope envelope : envelopes) {
            edits.put(envelope.file(), new EnvelopeEdits());
            byFile.put(envelope.file(), envelope);
        }
        Telemetry telemetry = Telemetry.of(envelopes);
        Surroundings surroundings = new Surroundings(telemetry, rules.conventions(), edits);
        Map<String, SpanRecord> spans = new HashMap<>();
        telemetry.spans().forEach(span -> spans.put(place(span.location()), span));
        for (Finding finding : findings) {
            plan(finding, byFile, spans.get(place(finding.location())), surroundings);
        }
        return envelopes.stream()
                .map(envelope -> apply(edits.get(envelope.file()), envelope))
                .toList();
    }

    private static void plan(
            Finding finding,
            Map<String, CapturedEnvelope> byFile,
            @Nullable SpanRecord span,
            Surroundings surroundings) {
        HeaderRepair ofHeader = OF_HEADERS.get(finding.rule());
        SpanRepair ofSpan = OF_SPANS.get(finding.rule());
        CapturedEnvelope captured = byFile.get(finding.location().file());
        EnvelopeEdits edits = surroundings.edits().get(finding.location().file());
        if (ofHeader != null && captured != null && edits != null) {
            ofHeader.repair(captured, finding, edits);
        } else if (ofSpan != null && span != null) {
            ofSpan.repair(new SpanEdits(span, surroundings), finding);
        }
    }

    private static String place(Location location) {
        return location.item() + " " + location.span() + " " + location.file();
    }

    private static CapturedEnvelope apply(@Nullable EnvelopeEdits edits, CapturedEnvelope captured) {
        return edits == null || edits.isEmpty()
                ? captured
                : new CapturedEnvelope(captured.file(), EnvelopeEditor.apply(edits, captured.envelope()));
    }

    private static List<Repaired> results(
            List<CapturedEnvelope> before, List<CapturedEnvelope> after, List<Finding> first, List<Finding> left) {
        Map<String, SortedMap<String, Integer>> fixed = new LinkedHashMap<>();
        before.forEach(envelope -> fixed.put(envelope.file(), new TreeMap<>()));
        first.forEach(finding -> count(finding, 1, fixed));
        left.forEach(finding -> count(finding, -1, fixed));
        List<Repaired> results = new ArrayList<>();
        for (CapturedEnvelope envelope : after) {
            SortedMap<String, Integer> gone = fixed.getOrDefault(envelope.file(), new TreeMap<>());
            gone.values().removeIf(count -> count <= 0);
            results.add(new Repaired(envelope, gone));
        }
        return results;
    }

    private static void count(Finding finding, int step, Map<String, SortedMap<String, Integer>> byFile) {
        byFile.getOrDefault(finding.location().file(), new TreeMap<>()).merge(finding.rule(), step, Integer::sum);
    }
}
