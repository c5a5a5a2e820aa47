package dev.sentryai.fakesentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeSentryAuthTest {

    private static final byte[] ENVELOPE = "{}\n".getBytes(UTF_8);

    private final FakeSentry sentry = FakeSentry.start();
    private final RawClient client = new RawClient(sentry);

    @AfterEach
    void close() {
        sentry.close();
    }

    @Test
    void keyIsTakenFromAnyPlaceWhereSdksPutIt() {
        String basic = Base64.getEncoder().encodeToString("basic:".getBytes(UTF_8));

        send("", "X-Sentry-Auth", "Sentry sentry_version=7, sentry_client=a/1 , sentry_key=spaced, sentry_secret=s");
        send("", "X-Sentry-Auth", "sentry sentry_key=unversioned");
        send("", "Authorization", "Sentry sentry_key=authorization,sentry_version=2.0");
        send("", "Authorization", "Basic " + basic);
        send("?sentry_version=7&sentry_key=query&sentry_client=sentry.javascript.browser%2F10.0.0");
        client.post("/api/1/envelope/", "{\"dsn\":\"https://own:secret@sentry.test/1\"}\n".getBytes(UTF_8));

        assertThat(sentry.envelopes())
                .extracting(ReceivedEnvelope::publicKey)
                .containsExactly("spaced", "unversioned", "authorization", "basic", "query", "own");
        assertThat(sentry.envelopes().get(4).client()).hasValue("sentry.javascript.browser/10.0.0");
        assertThat(sentry.envelopes().get(1).client()).isEmpty();
    }

    @Test
    void requestWithoutKeyIsRefused() {
        assertRefused(send(""), 401, "missing authorization information");
        assertRefused(send("", "Authorization", "Bearer xyz"), 401, "missing authorization information");
    }

    @Test
    void requestWithSeveralAuthorizationsIsRefused() {
        assertRefused(
                send("?sentry_key=abc", "X-Sentry-Auth", RawClient.AUTH),
                401,
                "multiple authorization payloads detected");
        assertRefused(
                send("", "Authorization", RawClient.AUTH, "X-Sentry-Auth", RawClient.AUTH),
                401,
                "multiple authorization payloads detected");
    }

    @Test
    void headerThatCannotBeReadIsRefused() {
        assertRefused(send("", "X-Sentry-Auth", "Sentry sentry_version=7"), 401, "bad x-sentry-auth header");
        assertRefused(
                send("", "X-Sentry-Auth", "Sentry sentry_key=a,sentry_version=seven"), 401, "bad x-sentry-auth header");
        assertRefused(
                send("", "X-Sentry-Auth", "Sentry sentry_key=a,sentry_version=8"),
                400,
                "unsupported protocol version (8)");
    }

    @Test
    void dsnInTheEnvelopeMustNotContradictTheRequest() {
        assertRefused(dsn("https://other@sentry.test/1"), 400, "invalid event envelope");
        assertRefused(dsn("https://abc@sentry.test/2"), 400, "invalid event envelope");
        assertRefused(dsn("no address"), 401, "bad envelope authentication header");
        assertThat(dsn("https://abc@sentry.test/1").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> dsn(String dsn) {
        return client.postEnvelope("{\"dsn\":\"" + dsn + "\"}\n");
    }

    private HttpResponse<String> send(String query, String... headers) {
        return client.post("/api/1/envelope/" + query, ENVELOPE, headers);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith("{\"detail\":\"" + detail + '"');
    }
}
