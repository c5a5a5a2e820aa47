package dev.sentryai.fakesentry;

import dev.sentryai.fakesentry.http.HttpListener;
import dev.sentryai.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Sentry server for tests and local work. It takes envelopes from any Sentry SDK over HTTP, answers as Sentry's Relay
 * does, and keeps what it got in memory.
 *
 * <pre>{@code
 * try (FakeSentry sentry = FakeSentry.start()) {
 *     Sentry.init(options -> options.setDsn(sentry.dsn()));
 *     …
 *     Telemetry telemetry = sentry.awaitSpans(3, Duration.ofSeconds(5));
 * }
 * }</pre>
 *
 * <p>Any public key and any numeric project are accepted; both are kept with each envelope. Safe for use by many threads.
 */
public final class FakeSentry implements AutoCloseable {

    /** The same in every run, so that an address with a fixed port can be configured once. Any other key works as well. */
    private static final String PUBLIC_KEY = "5e47fa4e5e47fa4e5e47fa4e5e47fa4e";

    private final EnvelopeStore store;
    private final Inbox inbox;
    private final Readings readings = new Readings();
    private final HttpListener listener;
    private final String authority;

    private FakeSentry(Builder builder) {
        this.store = new EnvelopeStore(builder.maxBytes);
        this.inbox = new Inbox(store, Optional.ofNullable(builder.directory).map(Recorder::new), Clock.systemUTC());
        this.listener = new HttpListener(builder.host, builder.port, SizeLimits.WIRE, new Ingest(inbox)::handle);
        this.authority = reachable(builder.host) + ':' + listener.port();
    }

    /**
     * Starts a server on the loopback interface, on any free port, that keeps the newest 64 MiB.
     *
     * @throws java.io.UncheckedIOException when it cannot listen
     */
    public static FakeSentry start() {
        return builder().start();
    }

    /** Begins to describe a server that differs from {@link #start()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** What to give to an SDK: {@code http://<key>@127.0.0.1:<port>/1}. */
    public String dsn() {
        return "http://" + PUBLIC_KEY + '@' + authority + "/1";
    }

    /** The server's address without a path, {@code http://127.0.0.1:<port>}. */
    public String url() {
        return "http://" + authority;
    }

    /** The port that the server listens on. */
    public int port() {
        return listener.port();
    }

    /** The envelopes that are kept, oldest first; a copy. */
    public List<ReceivedEnvelope> envelopes() {
        return store.contents().envelopes();
    }

    /** How many envelopes were forgotten since the last {@link #clear()} because newer ones needed their room. */
    public long evicted() {
        return store.contents().evicted();
    }

    /** What the kept envelopes say: spans, events and other items. */
    public Telemetry telemetry() {
        return readings.of(store.contents());
    }

    /** Forgets all envelopes, but not their recording. The numbering goes on. */
    public void clear() {
        store.clear();
    }

    /**
     * Has every envelope from now on shown to a listener, in the order of arrival and before its sender gets the answer.
     *
     * @param listener called on one of the server's threads, never twice at a time; must be quick
     */
    public void onEnvelope(Consumer<? super ReceivedEnvelope> listener) {
        inbox.onEnvelope(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Waits until the telemetry fulfils a condition. Returns at once if it does already.
     *
     * @param what is awaited, in words, for the message
     * @param reached the condition; tested again after every arrival, on this thread
     * @param timeout how long to wait at most
     * @return the telemetry that fulfilled the condition
     * @throws AwaitTimeoutException when the time is up, or when the server is closed meanwhile
     */
    public Telemetry await(String what, Predicate<? super Telemetry> reached, Duration timeout) {
        Objects.requireNonNull(reached, "reached");
        return new Await(store, readings).until(what, contents -> reached.test(readings.of(contents)), timeout);
    }

    /**
     * Waits for spans of any kind, those of transactions included.
     *
     * @param count how many there must be at least
     * @param timeout how long to wait at most
     * @return the telemetry that has them
     * @throws AwaitTimeoutException when the time is up
     */
    public Telemetry awaitSpans(int count, Duration timeout) {
        return await(atLeast(count, "span"), telemetry -> telemetry.spans().size() >= count, timeout);
    }

    /**
     * Waits for gen_ai spans.
     *
     * @param count how many there must be at least
     * @param timeout how long to wait at most
     * @return the telemetry that has them
     * @throws AwaitTimeoutException when the time is up
     */
    public Telemetry awaitAiSpans(int count, Duration timeout) {
        return await(atLeast(count, "AI span"), telemetry -> telemetry.aiSpans().size() >= count, timeout);
    }

    /**
     * Waits for error events.
     *
     * @param count how many there must be at least
     * @param timeout how long to wait at most
     * @return the telemetry that has them
     * @throws AwaitTimeoutException when the time is up
     */
    public Telemetry awaitEvents(int count, Duration timeout) {
        return await(atLeast(count, "event"), telemetry -> telemetry.events().size() >= count, timeout);
    }

    /**
     * Waits for envelopes of any content.
     *
     * @param count how many must be kept at least
     * @param timeout how long to wait at most
     * @return the telemetry of those that had arrived
     * @throws AwaitTimeoutException when the time is up
     */
    public Telemetry awaitEnvelopes(int count, Duration timeout) {
        return new Await(store, readings)
                .until(
                        atLeast(count, "envelope"),
                        contents -> contents.envelopes().size() >= count,
                        timeout);
    }

    /** Stops listening and ends all threads. What was received can still be read. Closing twice is harmless. */
    @Override
    public void close() {
        listener.close();
        store.close();
    }

    private static String atLeast(int count, String what) {
        return "at least " + count + ' ' + what + (count == 1 ? "" : "s");
    }

    /** Nobody can connect to "all interfaces". */
    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0", "::", "[::]", "" -> "127.0.0.1";
            default -> host.contains(":") && !host.startsWith("[") ? '[' + host + ']' : host;
        };
    }

    /** Describes a server before it starts. Not safe for use by many threads. */
    public static final class Builder {

        private static final long DEFAULT_MAX_BYTES = 64L * 1024 * 1024;
        private static final int MAX_PORT = 65_535;

        private String host = "127.0.0.1";
        private int port;
        private long maxBytes = DEFAULT_MAX_BYTES;
        private @Nullable Path directory;

        private Builder() {}

        /**
         * Listens on another interface than the loopback. Whoever can reach it can then send.
         *
         * @param host a name or an address of this machine; {@code 0.0.0.0} for all
         */
        public Builder host(String host) {
            this.host = Objects.requireNonNull(host, "host");
            return this;
        }

        /**
         * Listens on a certain port.
         *
         * @param port 1 to 65535, or 0 for any free one, which is the default
         * @throws IllegalArgumentException when it is none of these
         */
        public Builder port(int port) {
            if (port < 0 || port > MAX_PORT) {
                throw new IllegalArgumentException("port must be 0 to " + MAX_PORT + " but was " + port);
            }
            this.port = port;
            return this;
        }

        /**
         * Writes every envelope to a file of its own, decompressed but otherwise byte for byte as sent. The files' names
         * sort by arrival; numbering continues after those that are there. Only whole files appear, even if the process is
         * killed.
         *
         * @param directory is made if need be
         */
        public Builder recordTo(Path directory) {
            this.directory = Objects.requireNonNull(directory, "directory");
            return this;
        }

        /**
         * Bounds the memory for envelopes. When it is used up the oldest are forgotten, see {@link FakeSentry#evicted()}.
         *
         * @param maxBytes of envelopes as received, and 256 for each on top; default 64 MiB
         * @throws IllegalArgumentException when not positive
         */
        public Builder maxBytes(long maxBytes) {
            if (maxBytes <= 0) {
                throw new IllegalArgumentException("maxBytes must be positive but was " + maxBytes);
            }
            this.maxBytes = maxBytes;
            return this;
        }

        /**
         * Starts the server.
         *
         * @throws java.io.UncheckedIOException when it cannot listen on the port, or cannot use the directory
         */
        public FakeSentry start() {
            return new FakeSentry(this);
        }
    }
}
