package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in an envelope, rules describe it and do not stumble over it. */
class HostileTest {

    private static final List<String> FIELDS = List.of(
            "trace_id",
            "span_id",
            "parent_span_id",
            "op",
            "name",
            "origin",
            "status",
            "start_timestamp",
            "end_timestamp");

    private final Rules rules = Rules.of(ConventionsVersion.newest());

    @ParameterizedTest
    @MethodSource("values")
    void anyValueMayStandInAnyMember(Object value) {
        for (String field : FIELDS) {
            check(TestEnvelope.streamed(TestSpan.chat().field(field, value)));
            check(TestEnvelope.transaction(TestSpan.chat().field(field, value)));
            check(TestEnvelope.of(
                    TestEnvelope.TestItem.transaction(TestSpan.root().field(field, value))));
        }
        for (String name : List.of("event_id", "dsn", "sent_at", "trace")) {
            check(TestEnvelope.streamed(TestSpan.chat()).header(name, value));
            check(TestEnvelope.transaction(TestSpan.chat()).header(name, value));
        }
        for (String name : List.of("item_count", "content_type")) {
            check(TestEnvelope.of(
                    TestEnvelope.TestItem.container(TestSpan.chat()).header(name, value)));
        }
        for (String name : List.of("version", "items")) {
            check(TestEnvelope.of(
                    TestEnvelope.TestItem.container(TestSpan.chat()).payload(name, value)));
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void anyValueMayStandUnderAnyKey(Object value) {
        TestSpan streamed = TestSpan.chat();
        TestSpan bare = TestSpan.chat();
        AttributeRegistry.of(ConventionsVersion.newest()).all().stream()
                .map(AttributeDefinition::key)
                .forEach(key -> {
                    streamed.with(key, value);
                    bare.withRaw(key, value);
                });

        check(TestEnvelope.streamed(streamed));
        check(TestEnvelope.streamed(bare));
        check(TestEnvelope.transaction(streamed));
    }

    private void check(TestEnvelope envelope) {
        assertThatCode(() -> rules.check(envelope.telemetry())).doesNotThrowAnyException();
    }

    static List<@Nullable Object> values() {
        return Arrays.asList(
                null,
                "",
                "{",
                "7".repeat(1000),
                true,
                0,
                -1,
                Long.MIN_VALUE,
                0.5,
                -1e308,
                BigInteger.TEN.pow(40),
                new BigDecimal("1e400"),
                new BigDecimal("-1e400"),
                List.of(),
                Arrays.asList(1, null, "one", List.of()),
                Map.of(),
                Map.of("type", List.of(), "value", Map.of()));
    }
}
