package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.Telemetry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final String CACHE_READ = GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS;

    private final Rules rules = Rules.of(ConventionsVersion.newest());

    @Test
    void findingNamesPlaceAndAdvice() {
        TestEnvelope envelope = TestEnvelope.streamed(agent(), chat().with(CACHE_READ, 100));

        Finding finding = serious(envelope.telemetry()).get(0);

        assertThat(finding.rule()).isEqualTo("GENAI141");
        assertThat(finding.location().file()).isEqualTo("sample.envelope");
        assertThat(finding.location().item()).isZero();
        assertThat(finding.location().span()).isEqualTo(1);
        assertThat(finding.spanId()).isEqualTo(TestSpan.CHAT_ID);
        assertThat(finding.spanName()).isEqualTo("chat gpt-4o");
        assertThat(finding.attribute()).isEqualTo(CACHE_READ);
        assertThat(finding.expected()).isEqualTo("at most 57");
        assertThat(finding.actual()).isEqualTo("100");
        assertThat(finding.fix())
                .isEqualTo("input tokens include cached ones: 157 = 57 + 100 where the provider counts them apart");
    }

    @Test
    void offsetIsThatOfTheSpan() {
        TestEnvelope envelope = TestEnvelope.streamed(agent(), chat().with(CACHE_READ, 100));

        Finding finding = serious(envelope.telemetry()).get(0);

        byte[] bytes = envelope.bytes();
        assertThat(finding.offset()).isNotNull();
        int offset = Math.toIntExact(finding.offset());
        assertThat(new String(bytes, offset, bytes.length - offset, StandardCharsets.UTF_8))
                .startsWith("{\"trace_id\"")
                .doesNotContain("invoke_agent");
    }

    @Test
    void pointerStartsAtThePayload() {
        TestEnvelope streamed = TestEnvelope.streamed(
                agent(), chat().field("status", "failed").with(CommonAttributes.ERROR_TYPE, "timeout"));
        TestEnvelope transaction =
                TestEnvelope.transaction(chat().field("status", "failed").with(CommonAttributes.ERROR_TYPE, "timeout"));

        assertThat(serious(streamed.telemetry())).extracting(Finding::pointer).containsExactly("/items/1/status");
        assertThat(serious(transaction.telemetry()))
                .extracting(Finding::pointer)
                .containsExactly("/spans/0/status");
    }

    @Test
    void findingsAreOrderedByFileItemSpanAndRule() {
        Telemetry telemetry = Telemetry.of(List.of(
                TestEnvelope.streamed(
                                agent(),
                                chat().with(CACHE_READ, 100).field("name", "").id("4711"))
                        .trace("public_key", "other")
                        .captured("b.envelope"),
                TestEnvelope.of(
                                TestEnvelope.TestItem.transaction(TestSpan.root(), http().id("12")),
                                TestEnvelope.TestItem.container(chat().with(GenAiAttributes.RESPONSE_ID, "chatcmpl-2"))
                                        .header("item_count", 3))
                        .captured("a.envelope")));

        assertThat(serious(telemetry))
                .extracting(
                        finding -> finding.location().file(),
                        finding -> finding.location().item(),
                        finding -> finding.location().span(),
                        Finding::rule)
                .containsExactly(
                        tuple("a.envelope", 0, 1, "GENAI032"),
                        tuple("a.envelope", 1, null, "GENAI010"),
                        tuple("b.envelope", -1, null, "GENAI005"),
                        tuple("b.envelope", 0, 1, "GENAI032"),
                        tuple("b.envelope", 0, 1, "GENAI047"),
                        tuple("b.envelope", 0, 1, "GENAI141"));
    }

    @Test
    void sameTelemetryHasTheSameFindings() {
        Telemetry telemetry =
                TestEnvelope.streamed(chat().id("12"), chat().id("12")).telemetry();

        assertThat(rules.check(telemetry))
                .isEqualTo(Rules.of(ConventionsVersion.newest()).check(telemetry));
    }

    @Test
    void nothingCapturedHasNoFindings() {
        assertThat(rules.check(Telemetry.EMPTY)).isEmpty();
    }

    @Test
    void fingerprintIsTheSameForTheSameKindOfFault() {
        Finding one = only(chat().with(CACHE_READ, 100));
        Finding other = only(chat().with(CACHE_READ, 200)
                .id("8f22363dc7a14692")
                .field("name", "chat claude")
                .with(GenAiAttributes.REQUEST_MODEL, "claude"));

        assertThat(one.fingerprint()).matches("[0-9a-f]{16}").isEqualTo(other.fingerprint());
    }

    @Test
    void fingerprintDiffersByRuleNameAndAttribute() {
        Finding finding = only(chat().with(CACHE_READ, 100));
        Finding otherRule = only(chat().with(GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS, 100));
        Finding otherAttribute =
                rules
                        .check(TestEnvelope.streamed(chat().with("gen_ai.usage.input_tokens.cached", 100))
                                .telemetry())
                        .stream()
                        .filter(found -> found.rule().equals("GENAI141"))
                        .findFirst()
                        .orElseThrow();
        Finding otherName = only(TestSpan.embeddings().with(CACHE_READ, 100));

        assertThat(List.of(finding, otherRule, otherAttribute, otherName))
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates();
    }

    @Test
    void valuesInMessagesAreShortAndHarmless() {
        Finding finding = only(chat().field("status", "\u001b[31m\nfailed\u202e" + "x".repeat(500))
                .with(CommonAttributes.ERROR_TYPE, "timeout"));

        assertThat(finding.message())
                .hasSizeLessThan(160)
                .doesNotContainPattern("\\p{Cntrl}|\\p{Cf}")
                .contains("failed");
    }

    private Finding only(TestSpan span) {
        List<Finding> findings = serious(TestEnvelope.streamed(span).telemetry());
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    /** Without the hints that such small traces give occasion to. */
    private List<Finding> serious(Telemetry telemetry) {
        return rules.check(telemetry).stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }
}
