package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.store;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultScrubbingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gen_ai.input.messages|write to ann@example.com now|write to [email] now",
                "gen_ai.output.messages|card 4111-1111-1111-1111 ok|card [creditcard] ok",
                "gen_ai.tool.call.result|DE89370400440532013000|[iban]",
                "gen_ai.tool.call.arguments|078-05-1120|[us-ssn]",
                "gen_ai.tool.name|Authorization: Bearer abc.def|Authorization: Bearer [token]",
                "gen_ai.input.messages|the password is sk-ant-api03-xyz, call Ann at +1 555 0100"
                        + "|the password is sk-ant-api03-xyz, call Ann at +1 555 0100",
                "gen_ai.system_instructions|ann@example.com 4111111111111111|ann@example.com 4111111111111111",
                "note|card 4111111111111111|card [Filtered]",
                "note|DE89370400440532013000|[Filtered]",
                "note|078-05-1120|[Filtered]",
                "note|bearer abc|[Filtered]",
                "note|https://ann:geheim@example.com/|https://ann:[Filtered]@example.com/",
                "note|mail ann@example.com|mail ann@example.com",
                "note|the password is x|[Filtered]",
                "note|session_token=abc|[Filtered]",
                "note|two tokens|two tokens",
                "my.api-key|x|[Filtered]",
                "otp|123|[Filtered]",
                "laptop|123|123",
                "access_token|x|[Filtered]",
                "spent_tokens|x|x"
            })
    void valuesAreScrubbedByDefault(String key, String sent, String stored) {
        assertThat(store(Map.of(key, sent)).text(key)).contains(stored);
    }

    @Test
    void everyReplacementIsListed() {
        StoredSpan stored = store(Map.of("sentry.op", "x", "gen_ai.tool.name", "a@b.de 078-05-1120"));

        assertThat(stored.changes())
                .containsExactly(
                        new Change(ChangeKind.SCRUBBED, "gen_ai.tool.name", "e-mail addresses replaced by [email]"),
                        new Change(
                                ChangeKind.SCRUBBED,
                                "gen_ai.tool.name",
                                "social security numbers replaced by [us-ssn]"));
    }

    @Test
    void numbersAndFlagsStay() {
        assertThat(store(Map.of("my_token", 7, "secret", true)).attributes())
                .containsEntry("my_token", 7L)
                .containsEntry("secret", true);
    }
}
