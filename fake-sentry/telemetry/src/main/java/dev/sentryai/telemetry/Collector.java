package dev.sentryai.telemetry;

import dev.sentryai.telemetry.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What has been read so far, in the order of the wire. */
final class Collector {

    final List<SpanRecord> spans = new ArrayList<>();
    final List<EventRecord> events = new ArrayList<>();
    final List<ItemRecord> items = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    private int[] spanEnds = new int[1];
    private int envelopes;

    /** Says that the spans to come belong to the next envelope. */
    void endEnvelope() {
        if (envelopes == spanEnds.length) {
            spanEnds = Arrays.copyOf(spanEnds, envelopes * 2);
        }
        spanEnds[envelopes++] = spans.size();
    }

    /** For each envelope, how many spans there are up to its end. */
    int[] spanEnds() {
        return Arrays.copyOf(spanEnds, envelopes);
    }

    /** Adds what was read before. */
    void add(Telemetry part) {
        for (int i = 0; i < part.envelopes().size(); i++) {
            spans.addAll(part.spansOf(i));
            endEnvelope();
        }
        events.addAll(part.events());
        items.addAll(part.items());
        problems.addAll(part.problems());
    }

    void unreadable(Place place, Location location, String reason) {
        problems.add(new Problem(location, place.item().type(), reason));
    }

    /** Hands each element that is an object to the visitor and reports the others. */
    void eachObject(Place place, String pointer, List<?> elements, ElementVisitor visitor) {
        for (int index = 0; index < elements.size(); index++) {
            String elementPointer = pointer + '/' + index;
            if (elements.get(index) instanceof JsonObject object) {
                visitor.visit(index, elementPointer, object);
            } else {
                unreadable(
                        place, place.at(elementPointer, place.item().offset()), elementPointer + " is not an object");
            }
        }
    }

    /** Takes one element of an array. */
    @FunctionalInterface
    interface ElementVisitor {
        void visit(int index, String pointer, JsonObject element);
    }
}
