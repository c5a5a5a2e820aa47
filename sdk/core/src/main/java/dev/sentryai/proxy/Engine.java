package dev.sentryai.proxy;

import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.tracing.Recording;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What all proxies of one wrapped client share. Thread-safe. */
final class Engine {

    private record PlanKey(Class<?> target, Method method) {}

    private final ClientSpec spec;
    private final Map<PlanKey, Plan> plans = new ConcurrentHashMap<>();

    Engine(ClientSpec spec) {
        this.spec = spec;
    }

    Plan plan(Object target, Method method) {
        return plans.computeIfAbsent(
                new PlanKey(target.getClass(), method), key -> Plan.of(spec, key.target(), key.method()));
    }

    /** Returns the client or service behind a proxy, or itself where it stands behind one of ours already. */
    Object wrap(Class<?> type, Object clientOrService, LazyEndpoint endpoint) {
        if (Wrapper.unwrap(clientOrService).isPresent()) {
            return clientOrService;
        }
        return Wrapper.proxy(type, new ClientHandler(this, new Delegate(clientOrService), endpoint));
    }

    /** Returns an assistant that calls a service behind one of our proxies; empty if none can be made. */
    Optional<Object> assistant(Method method, Object proxy, @Nullable Object[] arguments) {
        BiFunction<Object, List<@Nullable Object>, Optional<Object>> assistant =
                spec.types().assistants().get(method.getName());
        return assistant == null ? Optional.empty() : assistant.apply(proxy, Arrays.asList(arguments));
    }

    LazyEndpoint endpointOf(Object client) {
        return new LazyEndpoint(spec, client);
    }

    GenAiCall start(Operation operation, Object params, LazyEndpoint endpoint) {
        return GenAiCall.start(spec.instrumentation(), () -> request(operation, params, endpoint));
    }

    private static GenAiRequest request(Operation operation, Object params, LazyEndpoint lazyEndpoint) {
        Endpoint endpoint = lazyEndpoint.get();
        return operation
                .request()
                .apply(params)
                .provider(endpoint.provider())
                .server(endpoint.serverAddress(), endpoint.serverPort())
                .build();
    }

    Results results(GenAiCall call, Operation operation, Object params) {
        ResponseReader<Object> reader = call.reader(() -> operation.reader().apply(params));
        return new Results(spec.types(), new Recording(call, reader, spec.error()));
    }
}
