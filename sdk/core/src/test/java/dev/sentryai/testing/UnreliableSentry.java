package dev.sentryai.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.Item;
import io.sentry.JsonSerializer;
import io.sentry.SentryOptions;
import io.sentry.clientreport.ClientReport;
import io.sentry.clientreport.DiscardedEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A Sentry that has bad times. It keeps books on spans: which it took, which it refused, which others say are lost. */
public final class UnreliableSentry implements AutoCloseable {

    /** What becomes of the next requests. */
    public enum Mood {
        /** Everything is taken. */
        WELL,
        /** Status 429 and a limit on spans. */
        LIMITING,
        /** Status 500. */
        FAILING,
        /** The connection ends without an answer. */
        HANGING_UP,
        /** Nobody listens. */
        GONE
    }

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong reportedLost = new AtomicLong();
    private final int port;
    private volatile Mood mood = Mood.WELL;
    private @Nullable HttpServer server;

    public UnreliableSentry() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int where) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 0);
            started.setExecutor(workers);
            started.createContext("/", this::handle);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String dsn() {
        return "http://key@127.0.0.1:" + port + "/1";
    }

    /** Changes how the next requests are treated. */
    public void become(Mood next) {
        mood = next;
        HttpServer running = server;
        if (next == Mood.GONE && running != null) {
            running.stop(0);
            server = null;
        } else if (next != Mood.GONE && running == null) {
            server = listen(port);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Envelope envelope;
        try (GZIPInputStream body = new GZIPInputStream(exchange.getRequestBody())) {
            envelope = EnvelopeReader.parse(body.readAllBytes());
        }
        switch (mood) {
            case WELL -> {
                take(envelope);
                answer(exchange, 200);
            }
            case LIMITING -> {
                refused.addAndGet(spansOf(envelope).size());
                exchange.getResponseHeaders().add("X-Sentry-Rate-Limits", "1:span:organization");
                answer(exchange, 429);
            }
            case FAILING -> answer(exchange, 500);
            case HANGING_UP, GONE -> exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void take(Envelope envelope) {
        spansOf(envelope).forEach(span -> taken.merge(Objects.requireNonNull(span.spanId()), 1, Integer::sum));
        envelope.items().stream()
                .filter(item -> "client_report".equals(item.type()))
                .forEach(item -> reportedLost.addAndGet(lostSpans(item)));
    }

    private static List<SpanRecord> spansOf(Envelope envelope) {
        return Telemetry.of(List.of(new CapturedEnvelope("request", envelope))).spans();
    }

    private static long lostSpans(Item item) {
        ClientReport report = new JsonSerializer(new SentryOptions())
                .deserialize(
                        new InputStreamReader(new ByteArrayInputStream(item.payload()), StandardCharsets.UTF_8),
                        ClientReport.class);
        return Objects.requireNonNull(report).getDiscardedEvents().stream()
                .filter(event -> event.getCategory().equals("span"))
                .mapToLong(DiscardedEvent::getQuantity)
                .sum();
    }

    /** Returns how often each span was taken, by id. */
    public Map<String, Integer> taken() {
        return taken;
    }

    /** Returns how many spans were refused with status 429. Sentry counts those itself, so the SDK must not. */
    public long refused() {
        return refused.get();
    }

    /** Returns how many spans are lost, by the client reports. */
    public long reportedLost() {
        return reportedLost.get();
    }

    @Override
    public void close() {
        become(Mood.GONE);
        workers.shutdownNow();
    }
}
