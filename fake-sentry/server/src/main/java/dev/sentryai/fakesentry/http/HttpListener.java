package dev.sentryai.fakesentry.http;

import dev.sentryai.telemetry.envelope.ContentEncoding;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xnio.Options;

/** The listening socket: turns HTTP exchanges into requests and answers. Safe for use by many threads. */
public final class HttpListener implements AutoCloseable {

    private static final int IO_THREADS = 2;
    private static final int WORKER_THREADS = 8;

    private final int maxBytes;
    private final Function<Request, Answer> judge;
    private final Undertow undertow;
    private final int port;

    /**
     * Listens.
     *
     * @param host a name or an address of this machine
     * @param port 0 for any free one
     * @param maxBytes of a body as it comes over the wire; larger ones are not read
     * @param judge called on one of the server's threads
     * @throws UncheckedIOException when the port is taken
     */
    public HttpListener(String host, int port, int maxBytes, Function<Request, Answer> judge) {
        this.maxBytes = maxBytes;
        this.judge = judge;
        QuietLogging.apply();
        this.undertow = Undertow.builder()
                .addHttpListener(port, host)
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKER_THREADS)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                // Undertow would cut the connection at 2 MiB; BodyReader knows how to refuse.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setHandler(Handlers.httpContinueRead(this::handle))
                .build();
        start(host, port);
        this.port = ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    private void start(String host, int port) {
        try {
            undertow.start();
        } catch (RuntimeException e) {
            undertow.stop();
            if (e.getCause() instanceof BindException busy) {
                throw new UncheckedIOException(
                        "Cannot listen on " + host + ':' + port + ": " + busy.getMessage(), busy);
            }
            throw e;
        }
    }

    /** The port that was taken, also where any free one was asked for. */
    public int port() {
        return port;
    }

    private void handle(HttpServerExchange exchange) {
        new BodyReader(exchange, maxBytes, this::respond).start();
    }

    private void respond(HttpServerExchange exchange, byte @Nullable [] body) {
        Request request = request(exchange, body);
        Answer answer = Cors.isPreflight(request) ? Answer.PREFLIGHT : judge.apply(request);
        put(exchange, Cors.headers(request));
        put(exchange, answer.headers());
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static void put(HttpServerExchange exchange, Map<String, String> headers) {
        headers.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    }

    private static Request request(HttpServerExchange exchange, byte @Nullable [] body) {
        Map<String, String> headers = new HashMap<>();
        for (HeaderValues header : exchange.getRequestHeaders()) {
            headers.put(header.getHeaderName().toString().toLowerCase(Locale.ROOT), header.getFirst());
        }
        return new Request(
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                exchange.getQueryString(),
                headers,
                body == null ? null : new Body(ContentEncoding.parse(headers.get("content-encoding")), body));
    }

    /** Stops listening and ends all threads. */
    @Override
    public void close() {
        undertow.stop();
    }
}
