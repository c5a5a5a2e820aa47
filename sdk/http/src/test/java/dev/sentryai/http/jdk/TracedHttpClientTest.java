package dev.sentryai.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.http.SentryAiHttp;
import java.lang.reflect.InvocationTargetException;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TracedHttpClientTest {

    private final HttpClient original = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Runnable::run)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final HttpClient traced = SentryAiHttp.wrap(original);

    @Test
    void settingsAreThoseOfTheOriginal() {
        assertThat(traced.cookieHandler()).isEqualTo(original.cookieHandler());
        assertThat(traced.connectTimeout()).contains(Duration.ofSeconds(3));
        assertThat(traced.followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
        assertThat(traced.executor()).isEqualTo(original.executor());
        assertThat(traced.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(traced.proxy()).isEqualTo(original.proxy());
        assertThat(traced.authenticator()).isEqualTo(original.authenticator());
        assertThat(traced.sslContext()).isSameAs(original.sslContext());
        assertThat(traced.sslParameters().getProtocols())
                .isEqualTo(original.sslParameters().getProtocols());
        assertThat(traced.newWebSocketBuilder()).isNotNull();
    }

    @Test
    void wrongArgumentsFailAsWithTheOriginal() {
        assertThatNullPointerException().isThrownBy(() -> traced.send(null, BodyHandlers.ofString()));
        assertThatNullPointerException().isThrownBy(() -> traced.sendAsync(null, BodyHandlers.ofString()));
        assertThatNullPointerException()
                .isThrownBy(() -> SentryAiHttp.wrap((HttpClient) null))
                .withMessage("client");
    }

    @Test
    void buildersBuildClientsThatRecord() {
        HttpClient built = SentryAiHttp.wrap(SentryAiHttp.wrap(HttpClient.newBuilder()))
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(3))
                .sslContext(original.sslContext())
                .sslParameters(original.sslParameters())
                .executor(Runnable::run)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .version(HttpClient.Version.HTTP_1_1)
                .priority(7)
                .proxy(HttpClient.Builder.NO_PROXY)
                .authenticator(new Authenticator() {})
                .build();

        assertThat(built).isInstanceOf(TracedHttpClient.class);
        assertThat(built.connectTimeout()).contains(Duration.ofSeconds(3));
        assertThat(built.followRedirects()).isEqualTo(HttpClient.Redirect.ALWAYS);
        assertThat(built.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(built.cookieHandler()).isPresent();
        assertThat(built.executor()).isPresent();
        assertThat(built.authenticator()).isPresent();
        assertThat(built.proxy()).contains(HttpClient.Builder.NO_PROXY);
    }

    /** Clients can be closed from Java 21 on. */
    @Test
    void closingClosesTheOriginalWhereThatCanBeDone() throws Exception {
        if (Runtime.version().feature() < 21) {
            assertThatThrownBy(() -> ((TracedHttpClient) traced).close())
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("This release of Java has no HttpClient.close");
            return;
        }

        invoke("close", traced);

        assertThat(invoke("isTerminated", original)).isEqualTo(true);
        assertThat(invoke("isTerminated", traced)).isEqualTo(true);
    }

    private static Object invoke(String method, HttpClient client)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return HttpClient.class.getMethod(method).invoke(client);
    }
}
