package dev.sentryai.http.okhttp;

import dev.sentryai.http.exchange.Exchange;
import dev.sentryai.http.exchange.ExchangeTracer;
import dev.sentryai.http.exchange.RequestLine;
import dev.sentryai.http.exchange.ResponseHead;
import dev.sentryai.instrument.Binding;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Sees every logical call once, whatever the client repeats. Thread-safe. */
final class TracingInterceptor implements Interceptor {

    private final ExchangeTracer tracer;
    private final Callers callers;

    TracingInterceptor(ExchangeTracer tracer, Callers callers) {
        this.tracer = tracer;
        this.callers = callers;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Exchange exchange = start(chain).orElse(null);
        return exchange == null
                ? chain.proceed(chain.request())
                : proceed(chain, new FollowedCall(chain.call(), exchange));
    }

    private Optional<Exchange> start(Chain chain) {
        Request request = chain.request();
        RequestLine line = new RequestLine(request.method(), request.url().encodedPath(), request.url()::uri);
        Supplier<Optional<Exchange>> start = () -> tracer.start(line, () -> RequestCopy.of(request));
        return callers.elsewhere(chain.call())
                .map(caller -> caller.wrap(start))
                .orElse(start)
                .get();
    }

    private static Response proceed(Chain chain, FollowedCall call) throws IOException {
        Response response;
        Binding binding = call.exchange().bind();
        try {
            response = chain.proceed(chain.request());
        } catch (Throwable failure) {
            binding.close();
            call.fail(failure);
            throw failure;
        }
        binding.close();
        return follow(response, call);
    }

    private static Response follow(Response response, FollowedCall call) {
        call.exchange().respond(new ResponseHead(response.code(), response::header));
        ResponseBody body = response.body();
        return body == null
                ? response
                : response.newBuilder().body(new FollowedBody(body, call)).build();
    }
}
