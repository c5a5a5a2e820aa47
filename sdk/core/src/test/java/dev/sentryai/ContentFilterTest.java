package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentFilterTest {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-",
                "sk-proj-",
                "sk-ant-api03-",
                "hf_",
                "gsk_",
                "xai-",
                "r8_",
                "ghp_",
                "github_pat_",
                "glpat-",
                "npm_",
                "xoxb-",
                "sk_live_",
                "SG.abcdefghijklmnop.",
                "sntrys_",
                "ya29.",
                "eyJhbGciOi.eyJzdWIiOi."
            })
    void credentialsAreFiltered(String prefix) {
        String text = "use " + prefix + LETTERS + ", not mine";

        assertThat(ContentFilter.credentials().filter(text)).isEqualTo("use [Filtered], not mine");
    }

    @Test
    void credentialsOfFixedLengthAreFiltered() {
        String aws = "AKIA" + "ABCDEFGHIJKLMNOP";
        String google = "AIza" + LETTERS.substring(0, 35);

        assertThat(ContentFilter.credentials().filter(aws + " " + google)).isEqualTo("[Filtered] [Filtered]");
    }

    @Test
    void whatIntroducesACredentialStays() {
        ContentFilter filter = ContentFilter.credentials();

        assertThat(filter.filter("Authorization: Bearer " + LETTERS)).isEqualTo("Authorization: Bearer [Filtered]");
        assertThat(filter.filter("postgres://shop:s3cret@db/shop")).isEqualTo("postgres://shop:[Filtered]@db/shop");
        assertThat(filter.filter("a -----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY----- b"))
                .isEqualTo("a [Filtered] b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task-force-of-the-whole-company",
                "a risk-averse-person-would-not",
                "Bearer of bad news",
                "https://example.com:8080/a@b",
                "AKIA short",
                "the token count is 1234567890"
            })
    void ordinaryTextStays(String text) {
        assertThat(ContentFilter.credentials().filter(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "write to ann@example.com., write to [email].",
        "<ann.b+c@mail.example.co.uk>, <[email]>",
        "j\u00fcrgen@m\u00fcnchen.de, [email]",
        "me@home, me@home",
        "@param x, @param x",
        "user@ example.com, user@ example.com"
    })
    void emailAddressesAreFiltered(String text, String expected) {
        assertThat(ContentFilter.emailAddresses().filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "pay with 4111111111111111 now, pay with [creditcard] now",
        "4111 1111 1111 1111, [creditcard]",
        "3782-822463-10005, [creditcard]",
        "6011111111111117 and 5555555555554444, [creditcard] and [creditcard]",
        "1 4111 1111 1111 1111 2, 1 [creditcard] 2",
        "card 2 4111111111111111, card 2 [creditcard]",
        "4111111111111112, 4111111111111112",
        "1732200000000000, 1732200000000000",
        "34111111111111111111111, 34111111111111111111111"
    })
    void cardNumbersAreFiltered(String text, String expected) {
        assertThat(ContentFilter.cardNumbers().filter(text)).isEqualTo(expected);
    }

    @Test
    void filtersFollowOneAnother() {
        ContentFilter filter = ContentFilter.standard().andThen(text -> text.replace("ACME", "[customer]"));

        assertThat(filter.filter("ACME: ann@example.com, 4111111111111111, sk-" + LETTERS))
                .isEqualTo("[customer]: [email], [creditcard], [Filtered]");
    }

    @Test
    @Timeout(60)
    void longTextsAreNoTrouble() {
        List<String> texts = List.of(
                "a".repeat(1_000_000),
                "4 ".repeat(500_000),
                "4".repeat(1_000_000),
                "a@".repeat(500_000),
                "://a:".repeat(200_000),
                "-----BEGIN PRIVATE KEY-----".repeat(30_000),
                "eyJaaaaaaaaa.".repeat(80_000));

        assertThat(texts)
                .allSatisfy(text ->
                        assertThat(ContentFilter.standard().filter(text)).isNotEmpty());
    }
}
