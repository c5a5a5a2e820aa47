package dev.sentryai.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.instrument.ProviderError;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.proxy.mini.Chunks;
import dev.sentryai.proxy.mini.MiniClient;
import dev.sentryai.proxy.mini.MiniClientImpl;
import dev.sentryai.proxy.mini.MiniService;
import dev.sentryai.proxy.mini.MiniService.Params;
import dev.sentryai.proxy.mini.MiniService.Structured;
import dev.sentryai.proxy.mini.Raw;
import dev.sentryai.telemetry.SpanRecord;
import io.sentry.ISpan;
import io.sentry.Sentry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracedClientTest {

    private static final Params PARAMS = new Params("model-1");

    private final MiniBench bench = new MiniBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void namedMethodBecomesASpan() {
        String result = bench.client.service().create(PARAMS, "options");

        assertThat(result).isEqualTo("model-1");
        assertThat(bench.onlyCall().name()).isEqualTo("chat model-1");
        assertThat(bench.onlyCall().origin()).isEqualTo("auto.ai.mini");
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("model-1");
    }

    @Test
    void defaultOverloadIsOneSpan() {
        bench.client.service().create(PARAMS);

        assertThat(bench.calls()).hasSize(1);
    }

    @Test
    void defaultOverloadForOtherParametersIsOneSpan() {
        Integer result = bench.client.service().create(new Structured(new Params("42")));

        assertThat(result).isEqualTo(42);
        assertThat(bench.calls()).hasSize(1);
    }

    @Test
    void overloadThatTheTargetImplementsItselfIsNotBypassed() {
        MiniClient client = bench.wrap(withService(new OneArgumentService(new MiniClientImpl.Service(bench.replies))));

        assertThat(client.service().create(PARAMS)).isEqualTo("from the overload");
        assertThat(bench.calls()).hasSize(1);
    }

    @Test
    void defaultSubServiceIsLeftToTheTarget() {
        MiniService service = bench.client.service();

        assertThatThrownBy(service::nested).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void targetThatIsAProxyIsFollowedAsWell() {
        MiniClient client = bench.wrap(forwarding(MiniClient.class, bench.bare));

        assertThat(client.service().create(new Structured(new Params("42")))).isEqualTo(42);
        assertThat(client.service().create(PARAMS)).isEqualTo("model-1");
        assertThat(bench.calls()).hasSize(2);
    }

    @Test
    void exceptionsArriveAsTheyWereThrown() {
        assertThatThrownBy(() -> bench.client.service().other("broken pipe"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("broken pipe");
    }

    @Test
    void failureIsNamedAsTheProviderNamesIt() {
        bench.error = failure -> new ProviderError("overloaded_error", 529);
        bench.replies.whole = text -> {
            throw new IllegalStateException("Overloaded");
        };

        assertThatThrownBy(() -> bench.client.service().create(PARAMS)).hasMessage("Overloaded");

        assertThat(bench.onlyCall().attributes())
                .containsEntry("error.type", "overloaded_error")
                .containsEntry("http.response.status_code", 529L);
    }

    @Test
    void failureOfWhichTheProviderSaidNothingIsNamedAfterItsClass() {
        bench.error = failure -> new ProviderError("Something went wrong: see above", null);
        bench.replies.whole = text -> {
            throw new IllegalStateException("Overloaded");
        };

        assertThatThrownBy(() -> bench.client.service().create(PARAMS)).hasMessage("Overloaded");

        assertThat(bench.onlyCall().sent("error.type")).contains("java.lang.IllegalStateException");
    }

    @Test
    void failureOfACallIsTheSpansFailureAndArrivesUnchanged() {
        IllegalStateException failure = new IllegalStateException("no more tokens");
        bench.replies.whole = text -> {
            throw failure;
        };

        assertThatThrownBy(() -> bench.client.service().create(PARAMS)).isSameAs(failure);

        assertThat(bench.onlyCall().sent("error.type")).contains(IllegalStateException.class.getName());
        assertThat(bench.telemetry().events()).hasSize(1);
    }

    @Test
    void spanIsCurrentDuringTheCallAndNotAfterIt() {
        ISpan outside = Sentry.getSpan();
        ISpan[] inside = new ISpan[1];
        bench.replies.whole = text -> {
            inside[0] = Sentry.getSpan();
            return text;
        };

        bench.client.service().create(PARAMS);

        assertThat(inside[0]).isNotNull().isNotSameAs(outside);
        assertThat(Sentry.getSpan()).isSameAs(outside);
    }

    @Test
    void everyClientAndServiceReachedIsFollowed() {
        bench.client.async().sync().service().create(PARAMS);
        bench.client.withOptions(url -> url).service().create(PARAMS);

        assertThat(bench.calls()).hasSize(2);
    }

    @Test
    void reconfiguredClientHasAnEndpointOfItsOwn() {
        bench.client.service().create(PARAMS);
        bench.client.withOptions(url -> "https://two.example").service().create(PARAMS);

        assertThat(bench.calls())
                .extracting(call -> call.sent("server.address").orElse(""))
                .containsExactlyInAnyOrder("https://one.example", "https://two.example");
    }

    @Test
    void closeGoesThrough() {
        bench.client.close();

        assertThat(bench.replies.closed).containsExactly("client");
    }

    @Test
    void wrappedClientIsEqualToWhatItWraps() {
        assertThat(bench.client)
                .isEqualTo(bench.client)
                .isEqualTo(bench.wrap(bench.bare))
                .isEqualTo(bench.bare)
                .hasSameHashCodeAs(bench.bare)
                .hasToString(bench.bare.toString())
                .isNotEqualTo(new MiniClientImpl("https://other.example", bench.replies))
                .isNotEqualTo(null);
    }

    @Test
    void wrappedClientIsNotWrappedAgain() {
        assertThat(bench.wrap(bench.client)).isSameAs(bench.client);
    }

    @Test
    void onlyInterfacesCanBeWrapped() {
        assertThatThrownBy(() -> TracedClient.wrap(MiniClientImpl.class, (MiniClientImpl) bench.bare, bench.spec()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MiniClientImpl");
    }

    @Test
    void requestThatCannotBeReadCostsOnlyTheSpan() {
        bench.request = params -> {
            throw new NoSuchMethodError("a getter of another release");
        };

        assertThat(bench.client.service().create(PARAMS)).isEqualTo("model-1");
        assertThat(bench.calls()).isEmpty();
    }

    @Test
    void responseThatCannotBeReadLeavesWhatTheRequestTold() {
        bench.response = value -> {
            throw new NoSuchMethodError("a getter of another release");
        };

        assertThat(bench.client.service().create(PARAMS)).isEqualTo("model-1");

        SpanRecord call = bench.onlyCall();
        assertThat(call.sent(GenAiAttributes.REQUEST_MODEL)).contains("model-1");
        assertThat(call.status()).isEqualTo("ok");
    }

    @Test
    void nothingIsReadWhenSentryIsOff() {
        bench.request = params -> {
            throw new AssertionError("read although Sentry is off");
        };
        Sentry.close();

        assertThat(bench.client.service().create(PARAMS)).isEqualTo("model-1");
    }

    private MiniClient withService(MiniService service) {
        return (MiniClient) Proxy.newProxyInstance(
                MiniClient.class.getClassLoader(),
                new Class<?>[] {MiniClient.class},
                (proxy, method, arguments) ->
                        method.getName().equals("service") ? service : method.invoke(bench.bare, arguments));
    }

    /** Returns a proxy as an agent would put it around a client: everything that is an interface is wrapped in turn. */
    private static <T> T forwarding(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(target, arguments);
                        Class<?> returned = method.getReturnType();
                        return List.of(MiniService.class, MiniClient.class).contains(returned)
                                ? forwarding(returned, result)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** A service that has its own idea of the overload with one argument, as mocks have. */
    private record OneArgumentService(MiniService target) implements MiniService {

        @Override
        public String create(Params params) {
            return "from the overload";
        }

        @Override
        public String create(Params params, String options) {
            return target.create(params, options);
        }

        @Override
        public Chunks<String> createStreaming(Params params, String options) {
            return target.createStreaming(params, options);
        }

        @Override
        public Raw<String> createRaw(Params params, String options) {
            return target.createRaw(params, options);
        }

        @Override
        public Raw<Chunks<String>> createRawStreaming(Params params, String options) {
            return target.createRawStreaming(params, options);
        }

        @Override
        public String other(String argument) throws Exception {
            return target.other(argument);
        }
    }
}
