package dev.sentryai.telemetry.rules.envelope;

import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.ItemSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;

/** Span items: GENAI010 to GENAI018. */
public final class ContainerRules {

    private static final int MAX_SPANS = 1000;
    private static final int MAX_STANDALONE = 25;
    private static final long VERSION = 2;

    private ContainerRules() {}

    public static List<Rule<EnvelopeSubject>> all() {
        return List.of(
                Rule.of("GENAI010", ContainerRules::wrongItemCount),
                Rule.of("GENAI011", ContainerRules::contentTypeDisagrees),
                Rule.of("GENAI012", ContainerRules::unknownVersion),
                Rule.of("GENAI013", ContainerRules::severalContainers),
                Rule.of("GENAI014", ContainerRules::tooFewOrTooMany),
                Rule.of("GENAI016", ContainerRules::severalTraces),
                Rule.of("GENAI018", ContainerRules::standaloneSpan));
    }

    static void wrongItemCount(EnvelopeSubject envelope, Consumer<Violation> found) {
        for (ItemSubject container : envelope.containers()) {
            Object count = container.item().header().get("item_count");
            long size = size(container);
            if (!(count instanceof Long number && number == size)) {
                found.accept(new Violation()
                        .item(container)
                        .pointer("/item_count")
                        .expected(size)
                        .actual(count == null ? "missing" : count));
            }
        }
    }

    static void contentTypeDisagrees(EnvelopeSubject envelope, Consumer<Violation> found) {
        for (ItemSubject item : envelope.items()) {
            boolean listed = item.isContainer();
            if (listed != item.hasContainerType() && (listed || item.isStandaloneSpan())) {
                Object type = item.item().header().get("content_type");
                found.accept(new Violation()
                        .item(item)
                        .pointer("/content_type")
                        .expected(listed ? ItemSubject.CONTAINER_TYPE : "none")
                        .actual(type == null ? "missing" : type)
                        .with("type", ItemSubject.CONTAINER_TYPE)
                        .with(
                                "problem",
                                listed
                                        ? "lists spans under \"items\" but has "
                                                + (type == null ? "no content type" : "content type " + type)
                                        : "has the content type of a container but holds a single span"));
            }
        }
    }

    static void unknownVersion(EnvelopeSubject envelope, Consumer<Violation> found) {
        for (ItemSubject container : envelope.containers()) {
            Object version = container.payload().get("version");
            if (version != null && !version.equals(VERSION)) {
                found.accept(new Violation()
                        .item(container)
                        .pointer("/version")
                        .expected(VERSION)
                        .actual(version));
            }
        }
    }

    static void severalContainers(EnvelopeSubject envelope, Consumer<Violation> found) {
        List<ItemSubject> containers = envelope.containers();
        for (int i = 1; i < containers.size(); i++) {
            found.accept(new Violation().item(containers.get(i)).with("problem", "Span container number " + (i + 1)));
        }
        if (!containers.isEmpty() && !envelope.standaloneSpans().isEmpty()) {
            found.accept(new Violation()
                    .item(envelope.standaloneSpans().get(0))
                    .with("problem", "Standalone span beside a span container"));
        }
    }

    static void tooFewOrTooMany(EnvelopeSubject envelope, Consumer<Violation> found) {
        for (ItemSubject container : envelope.containers()) {
            int size = size(container);
            if (size == 0 || size > MAX_SPANS) {
                found.accept(new Violation()
                        .item(container)
                        .pointer("/items")
                        .expected("1 to " + MAX_SPANS)
                        .actual(size)
                        .with(
                                "advice",
                                size == 0 ? "send no empty container" : "split the spans over several envelopes"));
            }
        }
    }

    static void severalTraces(EnvelopeSubject envelope, Consumer<Violation> found) {
        for (ItemSubject container : envelope.containers()) {
            int traces = container.traceIds().size();
            if (traces > 1) {
                found.accept(new Violation().item(container).expected(1).actual(traces));
            }
        }
    }

    static void standaloneSpan(EnvelopeSubject envelope, Consumer<Violation> found) {
        List<ItemSubject> items = envelope.standaloneSpans();
        boolean tooMany = items.size() > MAX_STANDALONE;
        for (ItemSubject item : tooMany ? items.subList(MAX_STANDALONE, MAX_STANDALONE + 1) : items) {
            found.accept(new Violation()
                    .item(item)
                    .with(
                            "problem",
                            tooMany
                                    ? items.size() + " standalone span items, " + MAX_STANDALONE
                                            + " are allowed: Sentry rejects the envelope"
                                    : "Span is sent in an item of its own, which is the legacy form")
                    .milder(!tooMany));
        }
    }

    private static int size(ItemSubject container) {
        return container.payload().array("items").size();
    }
}
