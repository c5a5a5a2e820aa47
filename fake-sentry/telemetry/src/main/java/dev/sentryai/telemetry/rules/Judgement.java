package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import java.util.List;

/**
 * What the rules say about one envelope by itself; {@link Rules#conclude} adds what they say about its traces. Made by one thread,
 * and then handed to another one at most.
 */
public final class Judgement {

    private final Telemetry telemetry;
    private final Findings findings;
    private final List<TracePart> traces;
    private final List<SpanSubject> conversations;

    /** Takes the traces, and the spans that belong to a conversation. */
    Judgement(Telemetry telemetry, Findings findings, List<TracePart> traces, List<SpanSubject> conversations) {
        this.telemetry = telemetry;
        this.findings = findings;
        this.traces = traces;
        this.conversations = conversations;
    }

    /**
     * What the envelope holds.
     *
     * @return one envelope, or nothing if it could not be read
     */
    public Telemetry telemetry() {
        return telemetry;
    }

    Findings findings() {
        return findings;
    }

    List<TracePart> traces() {
        return traces;
    }

    /** The spans that belong to a conversation. */
    List<SpanSubject> conversations() {
        return conversations;
    }

    /**
     * The judgement of an envelope that can not be read.
     *
     * @param file the name under which the finding shall speak of the envelope
     * @param failure what {@link dev.sentryai.telemetry.envelope.EnvelopeReader} threw
     * @return one finding, see {@link Rules#unreadable}
     */
    public static Judgement unreadable(String file, MalformedEnvelopeException failure) {
        Findings findings = new Findings();
        findings.add(Rules.unreadable(file, failure));
        return new Judgement(Telemetry.EMPTY, findings, List.of(), List.of());
    }
}
