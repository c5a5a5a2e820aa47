package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.rules.fact.AttributeKey;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The attributes of a span: one look at each, so that rules need not look at all of them again. Used by one thread. */
final class SpanAttributes implements BiConsumer<String, @Nullable Object> {

    private static final long CONTENT = Fact.CONTENT.bit();
    private static final long NEGATIVE = Fact.NEGATIVE.bit();

    /** What telemetry usually has stays far below it. */
    private static final int MANY = 1000;

    private final SpanSubject span;
    private final Map<String, @Nullable Object> sent;
    private final boolean isStreamed;
    private List<AttributeSubject> suspects = List.of();
    private List<ContentSubject> contents = List.of();
    private long facts;
    private long chainBits;

    SpanAttributes(SpanSubject span) {
        this.span = span;
        this.sent = span.record().attributes();
        this.isStreamed = span.isStreamed();
        sent.forEach(this);
        if (sent.size() > MANY) {
            facts |= Fact.CROWDED.bit();
        }
    }

    /** Looks at one attribute. */
    @Override
    public void accept(String name, @Nullable Object value) {
        AttributeKey key = span.conventions().key(name);
        facts |= key.spanFacts() | (value instanceof Number number && number.doubleValue() < 0 ? NEGATIVE : 0);
        chainBits |= key.chainBits();
        String declared = isStreamed ? span.wrappers().object(name).text("type") : null;
        if (AttributeSubject.facts(key, value, AttributeFault.of(key, value, isStreamed, declared)) != 0) {
            suspects = suspects.isEmpty() ? new ArrayList<>(2) : suspects;
            suspects.add(new AttributeSubject(span, key, value));
        }
        if (value != null && (key.spanFacts() & CONTENT) != 0) {
            contents = contents.isEmpty() ? new ArrayList<>(2) : contents;
            contents.add(ContentSubject.of(
                    name, value, span.isDecision(), span.conventions().version()));
        }
    }

    /** Of the span, as far as its attributes tell. */
    long facts() {
        return facts;
    }

    /** Those of which any fact holds, in the order of the wire. */
    List<AttributeSubject> suspects() {
        return suspects;
    }

    List<ContentSubject> contents() {
        return contents;
    }

    /** The attribute under the key, else under one of its older names; null if absent. */
    @Nullable
    Sent find(String name) {
        Object own = sent.get(name);
        if (own != null) {
            return new Sent(name, own);
        }
        AttributeKey key = span.conventions().key(name);
        if (key.chainBit() != 0 && (chainBits & key.chainBit()) == 0) {
            return null;
        }
        List<String> chain = key.lookupChain();
        for (int i = 1; i < chain.size(); i++) {
            Object value = sent.get(chain.get(i));
            if (value != null) {
                return new Sent(chain.get(i), value);
            }
        }
        return null;
    }
}
