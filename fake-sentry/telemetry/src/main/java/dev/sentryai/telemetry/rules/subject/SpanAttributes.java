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

    /** What telemetry usually has stays far below it. */
    private static final int MANY = 1000;

    private final SpanSubject span;
    private final Map<String, @Nullable Object> sent;
    private final List<AttributeSubject> suspects = new ArrayList<>(0);
    private final List<ContentSubject> contents = new ArrayList<>(0);
    private long facts;
    private long chainBits;

    SpanAttributes(SpanSubject span) {
        this.span = span;
        this.sent = span.record().attributes();
        sent.forEach(this);
        if (sent.size() > MANY) {
            facts |= Fact.CROWDED.bit();
        }
    }

    /** Looks at one attribute. */
    @Override
    public void accept(String name, @Nullable Object value) {
        AttributeKey key = span.conventions().key(name);
        AttributeSubject attribute = new AttributeSubject(span, key, value);
        if (attribute.facts() != 0) {
            suspects.add(attribute);
        }
        facts |= key.spanFacts();
        chainBits |= key.chainBits();
        if (value != null && (key.spanFacts() & CONTENT) != 0) {
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
        AttributeKey key = span.conventions().key(name);
        if (key.chainBit() != 0 && (chainBits & key.chainBit()) == 0) {
            return null;
        }
        List<String> chain = key.lookupChain();
        for (int i = 0; i < chain.size(); i++) {
            Object value = sent.get(chain.get(i));
            if (value != null) {
                return new Sent(chain.get(i), value);
            }
        }
        return null;
    }
}
