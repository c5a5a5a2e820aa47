package dev.sentryai.telemetry.rules.secret;

import static dev.sentryai.telemetry.rules.secret.SecretKind.ANTHROPIC_KEY;
import static dev.sentryai.telemetry.rules.secret.SecretKind.ASSIGNED_KEY;
import static dev.sentryai.telemetry.rules.secret.SecretKind.AWS_KEY;
import static dev.sentryai.telemetry.rules.secret.SecretKind.BASIC;
import static dev.sentryai.telemetry.rules.secret.SecretKind.BEARER;
import static dev.sentryai.telemetry.rules.secret.SecretKind.CARD;
import static dev.sentryai.telemetry.rules.secret.SecretKind.EMAIL;
import static dev.sentryai.telemetry.rules.secret.SecretKind.GITHUB_TOKEN;
import static dev.sentryai.telemetry.rules.secret.SecretKind.GITLAB_TOKEN;
import static dev.sentryai.telemetry.rules.secret.SecretKind.GOOGLE_KEY;
import static dev.sentryai.telemetry.rules.secret.SecretKind.GROQ_KEY;
import static dev.sentryai.telemetry.rules.secret.SecretKind.HUGGING_FACE_TOKEN;
import static dev.sentryai.telemetry.rules.secret.SecretKind.IBAN;
import static dev.sentryai.telemetry.rules.secret.SecretKind.IP_ADDRESS;
import static dev.sentryai.telemetry.rules.secret.SecretKind.JWT;
import static dev.sentryai.telemetry.rules.secret.SecretKind.NPM_TOKEN;
import static dev.sentryai.telemetry.rules.secret.SecretKind.OPENAI_KEY;
import static dev.sentryai.telemetry.rules.secret.SecretKind.PASSWORD;
import static dev.sentryai.telemetry.rules.secret.SecretKind.PHONE;
import static dev.sentryai.telemetry.rules.secret.SecretKind.PRIVATE_KEY;
import static dev.sentryai.telemetry.rules.secret.SecretKind.SENTRY_TOKEN;
import static dev.sentryai.telemetry.rules.secret.SecretKind.SLACK_TOKEN;
import static dev.sentryai.telemetry.rules.secret.SecretKind.SSN;
import static dev.sentryai.telemetry.rules.secret.SecretKind.STRIPE_KEY;
import static dev.sentryai.telemetry.rules.secret.SecretKind.URL_PASSWORD;
import static dev.sentryai.telemetry.rules.secret.SecretKind.XAI_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a secret here is put together, lest scanners of repositories find it. */
class SecretScannerTest {

    private static final String RANDOM = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3gH6jK9m";

    @ParameterizedTest
    @MethodSource("secrets")
    void secretIsFound(SecretKind kind, String marked) {
        for (String text :
                List.of(marked, "It is " + marked, marked + " it is", "(" + marked + ")", "\n" + marked + "\n")) {
            assertThat(scan(unmarked(text))).as(text).containsExactly(between(kind, text));
        }
    }

    @ParameterizedTest
    @MethodSource("personal")
    void secretEndsBeforeThePointOfTheSentence(SecretKind kind, String marked) {
        for (String text : List.of(marked + ".", marked + ". It is", marked + ".\n")) {
            assertThat(scan(unmarked(text))).as(text).containsExactly(between(kind, text));
        }
    }

    private static String unmarked(String text) {
        return text.replace("«", "").replace("»", "");
    }

    private static Secret between(SecretKind kind, String marked) {
        return new Secret(kind, marked.indexOf('«'), marked.indexOf('»') - 1);
    }

    static Stream<Arguments> secrets() {
        return Stream.concat(
                personal(),
                Stream.of(
                        Arguments.of(OPENAI_KEY, "«sk-" + "proj-" + RANDOM + "»"),
                        Arguments.of(OPENAI_KEY, "«sk-" + RANDOM.substring(0, 20) + "»"),
                        Arguments.of(ANTHROPIC_KEY, "«sk-" + "ant-" + RANDOM + "»"),
                        Arguments.of(AWS_KEY, "«AKIA" + "Q3E5R7T9Y2U4I6O8»"),
                        Arguments.of(AWS_KEY, "«ASIA" + "Q3E5R7T9Y2U4I6O8»"),
                        Arguments.of(GOOGLE_KEY, "«AIza" + RANDOM.substring(0, 35) + "»"),
                        Arguments.of(GITHUB_TOKEN, "«ghp_" + RANDOM + "»"),
                        Arguments.of(GITHUB_TOKEN, "«github_" + "pat_" + RANDOM + "»"),
                        Arguments.of(GITLAB_TOKEN, "«glpat" + "-" + RANDOM + "»"),
                        Arguments.of(SLACK_TOKEN, "«xoxb" + "-12345678901-aBcDeF»"),
                        Arguments.of(SENTRY_TOKEN, "«sntrys_" + RANDOM + "»"),
                        Arguments.of(SENTRY_TOKEN, "«sntryu_" + RANDOM + "»"),
                        Arguments.of(STRIPE_KEY, "«sk_" + "live_" + RANDOM + "»"),
                        Arguments.of(STRIPE_KEY, "«rk_" + "test_" + RANDOM + "»"),
                        Arguments.of(HUGGING_FACE_TOKEN, "«hf_" + RANDOM + "»"),
                        Arguments.of(GROQ_KEY, "«gsk_" + RANDOM + "»"),
                        Arguments.of(XAI_KEY, "«xai-" + RANDOM + "»"),
                        Arguments.of(NPM_TOKEN, "«npm_" + RANDOM + "»"),
                        Arguments.of(ASSIGNED_KEY, "client_secret=«" + RANDOM + "»"),
                        Arguments.of(ASSIGNED_KEY, "\"accessToken\": \"«" + RANDOM + "»\""),
                        Arguments.of(ASSIGNED_KEY, "AccountKey=«" + RANDOM.substring(0, 36) + "/+aB==»"),
                        Arguments.of(ASSIGNED_KEY, "api_key: «0123456789abcdef0123456789abcdef»"),
                        Arguments.of(JWT, "«eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0." + RANDOM + "»"),
                        Arguments.of(BEARER, "«Bearer " + RANDOM + "»"),
                        Arguments.of(BEARER, "«bearer " + RANDOM + "»"),
                        Arguments.of(BASIC, "«Basic " + "YW5uOnMzY3IzdA==»"),
                        Arguments.of(PASSWORD, "password=«s3cr3t!»"),
                        Arguments.of(PASSWORD, "\"pwd\": \"«s3cr3t!»\""),
                        Arguments.of(PASSWORD, "Password: «hunter22»"),
                        Arguments.of(URL_PASSWORD, "postgres://" + "«ann:s3cr3t»" + "@db/app"),
                        Arguments.of(OPENAI_KEY, "«sk-" + RANDOM.substring(0, 24) + "»"),
                        Arguments.of(STRIPE_KEY, "«sk_" + "test_" + RANDOM.substring(0, 16) + "»"),
                        Arguments.of(ASSIGNED_KEY, "token=«" + RANDOM.substring(0, 20) + "»"),
                        Arguments.of(ASSIGNED_KEY, "AccountKey=«" + RANDOM.substring(0, 34) + "/+aB==»"),
                        Arguments.of(ASSIGNED_KEY, "key=«aB3dE6gH-K2mN5pQ8sT1vW4yZ7bC0eF3gH6j»"),
                        Arguments.of(OPENAI_KEY, "«sk-" + "abcdefghijklmnopqr12»"),
                        Arguments.of(OPENAI_KEY, "«sk-" + "123456789012345678ab»"),
                        Arguments.of(OPENAI_KEY, "«sk-" + "aabbccddeeff11223456»"),
                        Arguments.of(JWT, "«eyJhbGciOi" + ".eyJzdWIiOi." + RANDOM.substring(0, 10) + "»"),
                        Arguments.of(BEARER, "«Bearer " + RANDOM.substring(0, 16) + "»"),
                        Arguments.of(BEARER, "«Bearer " + "aB3.dE6~gH9+jK2/mN5=»"),
                        Arguments.of(BASIC, "«Basic " + "YTpiYzEy»"),
                        Arguments.of(BASIC, "«Basic " + "YTpiIH4x»"),
                        Arguments.of(PASSWORD, "passwd='«s3cr3t»'"),
                        Arguments.of(PASSWORD, "mysql --pwd=«a1b2c3»; exit")));
    }

    /** What belongs to a person. */
    static Stream<Arguments> personal() {
        return Stream.of(
                Arguments.of(EMAIL, "«ann.smith+x@mail.example.com»"),
                Arguments.of(PHONE, "«+351 21 123 45 67»"),
                Arguments.of(PHONE, "«+1-202-555-0143»"),
                Arguments.of(CARD, "«4111 1111 1111 1111»"),
                Arguments.of(CARD, "«378282246310005»"),
                Arguments.of(CARD, "«5555-5555-5555-4444»"),
                Arguments.of(CARD, "«36227206271667»"),
                Arguments.of(IBAN, "«DE89370400440532013000»"),
                Arguments.of(IBAN, "«GB29 NWBK 6016 1331 9268 19»"),
                Arguments.of(SSN, "«123-45-6789»"),
                Arguments.of(IP_ADDRESS, "«93.184.216.34»"),
                Arguments.of(EMAIL, "«a@b.co»"),
                Arguments.of(EMAIL, "«ann%x@a-b.example.org»"),
                Arguments.of(PHONE, "«+351.21.123/45-67»"),
                Arguments.of(PHONE, "«+49 (30) 123456»"),
                Arguments.of(PHONE, "«+123456789»"),
                Arguments.of(PHONE, "«+123456789012345»"),
                Arguments.of(CARD, "«4000000000000000006»"),
                Arguments.of(CARD, "«4000000000006»"),
                Arguments.of(CARD, "«340000000000009»"),
                Arguments.of(CARD, "«370000000000002»"),
                Arguments.of(CARD, "«38000000000006»"),
                Arguments.of(CARD, "«3511111111111119»"),
                Arguments.of(CARD, "«4111111111119»"),
                Arguments.of(CARD, "«5100000000000008»"),
                Arguments.of(CARD, "«6099999999999990»"),
                Arguments.of(CARD, "«6422222222222223»"),
                Arguments.of(CARD, "«6533333333333332»"),
                Arguments.of(IBAN, "«NO9386011117947»"),
                Arguments.of(SSN, "«899-45-6789»"),
                Arguments.of(SSN, "«001-01-0001»"),
                Arguments.of(IP_ADDRESS, "«11.0.0.1»"),
                Arguments.of(IP_ADDRESS, "«223.255.255.255»"),
                Arguments.of(IP_ADDRESS, "«126.0.0.1»"),
                Arguments.of(IP_ADDRESS, "«192.167.1.1»"),
                Arguments.of(IP_ADDRESS, "«169.253.1.1»"),
                Arguments.of(IP_ADDRESS, "«172.15.0.1»"),
                Arguments.of(IP_ADDRESS, "«172.32.0.1»"),
                Arguments.of(IP_ADDRESS, "«193.168.1.1»"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-learn-is-a-library-for-machine-learning",
                "ask-aB3dE6gH9jK2mN5pQ8sT",
                "sk-aaaaaaaaaaaaaaaaaaaaaaaa11",
                "sk-aabbccddeeff11223345",
                "sk-12345678901234567890",
                "sk-1234567890123456789a",
                "sk-abcdefghijklmnopqrs1",
                "xAKIAQ3E5R7T9Y2U4I6O8",
                "xAIzaaB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3g",
                "AKIA",
                "AKIAQ3E5R7T9Y2U4I6O",
                "AKIAq3E5R7T9Y2U4I6O8",
                "AIza",
                "ghp_short",
                "ghp_a1b2c3d4",
                "xoxb-",
                "hf_model_name",
                "get_weather tool_call-id",
                "call_W7xq2Lm9",
                "chatcmpl-BxQ3mLk9021aB3dE6gH9jK2mN5",
                "primaryKey: 550e8400-e29b-41d4-a716-446655440000",
                "key=reports/2026/Lisbon-November-Final",
                "max_tokens=4096",
                "key: 0A1b2C3d-4E5f-6A7b-8C9d-0E1f2A3b4C5d",
                "key=aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3/+aB==",
                "api_key: 0123456789abcdef0123456789abcde",
                "token=gh1jk2mn3pq4rs5tu6vw7xy8z",
                "token=GH1JK2MN3PQ4RS5TU6VW7XY8Z",
                "token=aB1aB1aB1aB1aB1aB1aB1aB1",
                "token: see below",
                "The key: be kind to everybody and never give up 2 times",
                "eyJhbGciOiJIUzI1NiJ9.no",
                "eyJhbGciOiJIUzI1NiJ9",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.aB3dE6gH9",
                "eyJhbGciO.eyJzdWIiOiIxMjM0NTY3ODkwIn0.aB3dE6gH9jK2mN5pQ8sT",
                "xeyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.aB3dE6gH9jK2mN5pQ8sT",
                "Bearer aB3dE6gH9jK2mN5",
                "bearer of good news",
                "Bearer <token>",
                "Basic knowledge",
                "Basic YTpi",
                "Basic OmFiY2Rl",
                "Basic YTpif2Mx",
                "Basic YTpiH2Mx",
                "Basic aGVsbG8gd29ybGQ=",
                "-----BEGIN CERTIFICATE-----",
                "----- BEGIN -----",
                "password=${PASSWORD1}",
                "password: must have 8 characters",
                "password=***",
                "password=<s3cr3t>",
                "password=[s3cr3t]",
                "password={s3cr3t}",
                "password=%s3cr3t%",
                "password=s3cr3",
                "password: hunters, 22",
                "password: horse-battery",
                "note: password9x1",
                "my password and note: hunter22",
                "token=aB3dE6gH9jK2mN5pQ8s",
                ": s3cr3t",
                "pwd=",
                "https://example.com:8080/a@b",
                "https://example.com/@ann",
                "https://ann:@db/",
                "https://ann:*@db/",
                "https://ann@db/",
                "https://ann:s3 cr3t@db/",
                "https://db?a:s3cr3t@db",
                "https://db#a:s3cr3t@db",
                "'https://db:1' and 'b@'",
                "git@github.com:ann/app.git",
                "@Override",
                "a @ b",
                "ann@localhost",
                "ann@b.c",
                "ann@.com",
                "ann@example.",
                "ann@example.com1",
                "@example.com",
                "pkg@1.2.3",
                "1 + 2",
                "+49",
                "+0123456789",
                "+12345678901234567890",
                "+12345678",
                "+1234567890123456",
                "+a123456789",
                "4111 1111 1111 1112",
                "1795189242500",
                "6111111111111116",
                "DE89370400440532013001",
                "40000000000000000002",
                "3456",
                "390000000000008",
                "360000000000004",
                "34000000000000",
                "351111111111118",
                "3000000000000004",
                "411111111111116",
                "411111111117",
                "5000000000000009",
                "5600000000000003",
                "550000000000004",
                "6100000000000006",
                "6600000000000001",
                "600000000000004",
                "641111111111118",
                "AB12",
                "000-45-6789",
                "666-45-6789",
                "900-45-6789",
                "123-00-6789",
                "123-45-0000",
                "123-45-67890",
                "123-4a-6789",
                "12a-45-6789",
                "123-45-678a",
                "2026-11-21",
                "1.2.3.4",
                "10.0.0.1",
                "127.0.0.1",
                "192.168.1.1",
                "172.16.0.1",
                "172.31.255.255",
                "224.0.0.1",
                "93.184.216.256",
                "93.184.216.2555",
                "169.254.1.1",
                "256.1.1.1",
                "93.184.216",
                "93.184.216.34.5",
                "v93.184.216.34"
            })
    void harmlessTextIsLeftAlone(String text) {
        assertThat(scan(text)).isEmpty();
        assertThat(scan("x " + text + " y")).isEmpty();
    }

    @Test
    void everySecretOfATextIsFound() {
        String text = "ann@example.com, bob@example.com and 4111 1111 1111 1111 12/29";

        assertThat(scan(text))
                .extracting(secret -> text.substring(secret.start(), secret.end()))
                .containsExactly("ann@example.com", "bob@example.com", "4111 1111 1111 1111");
    }

    @Test
    void privateKeyReachesToItsEnd() {
        String text = "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----";

        assertThat(scan(text)).containsExactly(new Secret(PRIVATE_KEY, 0, text.indexOf("-----END")));
        assertThat(scan("-----BEGIN " + "PRIVATE KEY-----\nMIIE"))
                .extracting(Secret::kind)
                .containsExactly(PRIVATE_KEY);
    }

    @Test
    void maskTellsTheKindOnly() {
        String key = "Use " + "ghp_" + RANDOM;
        String password = "password=s3cr3t!";

        assertThat(scan(key).get(0).masked(key)).isEqualTo("ghp_… (44 characters)");
        assertThat(scan(password).get(0).masked(password)).isEqualTo("… (7 characters)");
    }

    @Test
    void anyCharacterMayStandAnywhere() {
        StringBuilder text = new StringBuilder();
        for (String sign : List.of("@", ":", "=", "-", "_", "I", "J", "B", "+", "1", "://", "-----BEGIN ", "A1", " ")) {
            text.insert(0, sign).append(sign);

            assertThat(scan(text.toString())).isEmpty();
            assertThat(scan(sign)).isEmpty();
        }
    }

    private static List<Secret> scan(String text) {
        List<Secret> secrets = new ArrayList<>();
        Secret secret = SecretScanner.next(text, 0);
        while (secret != null) {
            secrets.add(secret);
            secret = SecretScanner.next(text, secret.end());
        }
        return secrets;
    }
}
