package dev.sentryai.telemetry.repair;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.repair.EnvelopeEdits.Part;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.Pointer;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.subject.ItemSubject;
import java.util.Map;

/** Repairs of the headers of envelopes and items, and of containers. */
final class HeaderRepairs {

    private HeaderRepairs() {}

    /** Puts right what a rule found wrong with an envelope or item. */
    @FunctionalInterface
    interface HeaderRepair {
        void repair(CapturedEnvelope captured, Finding finding, EnvelopeEdits edits);
    }

    static Map<String, HeaderRepair> all() {
        return Map.of(
                "GENAI008",
                HeaderRepairs::asText,
                "GENAI010",
                (captured, finding, edits) -> put(finding, false, edits),
                "GENAI011",
                HeaderRepairs::contentType,
                "GENAI012",
                (captured, finding, edits) -> put(finding, true, edits));
    }

    /** Sets the member that the finding points at to the number that it expects. */
    private static void put(Finding finding, boolean payload, EnvelopeEdits edits) {
        Node number = Node.of(Long.valueOf(String.valueOf(finding.expected())));
        edits.add(
                new Part(finding.location().item(), payload),
                new Edit.Put(Pointer.parse(String.valueOf(finding.pointer())), number));
    }

    private static void asText(CapturedEnvelope captured, Finding finding, EnvelopeEdits edits) {
        Pointer pointer = Pointer.parse(String.valueOf(finding.pointer()));
        Object value = captured.envelope().header().trace().get(pointer.last());
        String text = Json.write(value); // a structure as well: it is lost anyway as it is
        edits.add(Part.HEADER, new Edit.Put(pointer, Node.of(text)));
    }

    /** A single span does not become a container by saying so: then the content type is what is wrong. */
    private static void contentType(CapturedEnvelope captured, Finding finding, EnvelopeEdits edits) {
        int index = finding.location().item();
        boolean known =
                index > Location.HEADER && index < captured.envelope().items().size();
        if (known) {
            Pointer pointer = Pointer.parse(String.valueOf(finding.pointer()));
            boolean single = ItemSubject.CONTAINER_TYPE.equals(
                    captured.envelope().items().get(index).header().get(pointer.last()));
            edits.add(
                    new Part(index, false),
                    single ? new Edit.Remove(pointer) : new Edit.Put(pointer, Node.of(ItemSubject.CONTAINER_TYPE)));
        }
    }
}
