package dev.sentryai.fakesentry;

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
import org.xnio.Options;

/** The listening socket: turns HTTP exchanges into requests and answers. Safe for use by many threads. */
final class HttpListener implements AutoCloseable {

    private static final int MAX_WIRE_BYTES = (int) SizeLimits.ENVELOPE;
    private static final int IO_THREADS = 2;
    private static final int WORKER_THREADS = 8;

    private final Function<IngestRequest, Answer> ingest;
    private final Undertow undertow;
    private final int port;

    HttpListener(String host, int port, Function<IngestRequest, Answer> ingest) {
        this.ingest = ingest;
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
    int port() {
        return port;
    }

    private void handle(HttpServerExchange exchange) {
        new BodyReader(exchange, MAX_WIRE_BYTES, this::respond).start();
    }

    private void respond(HttpServerExchange exchange, byte[] body, boolean tooLarge) {
        IngestRequest request = request(exchange, body);
        Answer answer = tooLarge ? Answer.refused(SizeLimits.tooLarge("envelope")) : ingest.apply(request);
        put(exchange, Cors.headers(request));
        put(exchange, answer.headers());
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static void put(HttpServerExchange exchange, Map<String, String> headers) {
        headers.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    }

    private static IngestRequest request(HttpServerExchange exchange, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (HeaderValues header : exchange.getRequestHeaders()) {
            headers.put(header.getHeaderName().toString().toLowerCase(Locale.ROOT), header.getFirst());
        }
        return new IngestRequest(
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                exchange.getQueryString(),
                headers,
                new Body(ContentEncoding.parse(headers.get("content-encoding")), body));
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
