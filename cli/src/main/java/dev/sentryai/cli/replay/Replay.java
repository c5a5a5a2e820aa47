package dev.sentryai.cli.replay;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends recorded envelopes again, in order and one at a time, each with a new {@code sent_at}. Used once, by one thread. */
public final class Replay {

    private static final int MAX_ATTEMPTS = 5;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final EnvelopeSender sender;
    private final RateLimits limits;
    private final Duration interval;
    private final Duration maxWait;
    private final Clock clock;
    private final Pause pause;
    private final Consumer<String> complaints;

    private final List<String> failures = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private int accepted;
    private long bytes;
    private boolean ended;

    /**
     * Prepares a replay.
     *
     * @param settings where to, and how fast
     * @param clock for {@code sent_at} and for rate limits
     * @param pause waits for rate limits and for the next envelope's turn
     * @param complaints gets a line for everything that goes wrong, at once
     */
    public Replay(ReplaySettings settings, Clock clock, Pause pause, Consumer<String> complaints) {
        this.sender = new EnvelopeSender(settings.target(), settings.client());
        this.limits = new RateLimits(clock);
        this.interval = settings.perSecond() > 0
                ? Duration.ofNanos(Math.round(NANOS_PER_SECOND / settings.perSecond()))
                : Duration.ZERO;
        this.maxWait = settings.maxWait();
        this.clock = clock;
        this.pause = pause;
        this.complaints = complaints;
    }

    /** Sends the files. Ends early when the server can't be reached, or when the pause says so. */
    public ReplayReport run(List<InputFile> files) {
        long start = System.nanoTime();
        int tried = 0;
        while (tried < files.size() && !ended && isTurn(tried, start)) {
            replay(files.get(tried++));
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new ReplayReport(accepted, bytes, failures, unreadable, files.size() - tried, time);
    }

    private boolean isTurn(int index, long start) {
        Duration left = interval.multipliedBy(index).minusNanos(System.nanoTime() - start);
        return left.isNegative() || pause.pause(left);
    }

    private void replay(InputFile file) {
        try {
            send(file.read());
        } catch (MalformedEnvelopeException | UncheckedIOException e) {
            complain(unreadable, file.name() + ": " + e.getMessage());
        } catch (IOException e) {
            complain(failures, file.name() + ": cannot reach the server: " + e);
            ended = true;
        }
    }

    private void send(CapturedEnvelope captured) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Duration delay = limits.delay(captured.envelope());
            if (delay.compareTo(maxWait) > 0) {
                complain(failures, captured.file() + ": rate limited for " + delay.toSeconds() + " s, not waiting");
                return;
            }
            if (!pause.pause(delay)) {
                complain(failures, captured.file() + ": not sent, the command was ended");
                ended = true;
                return;
            }
            Reply reply = sendNow(captured);
            if (reply.isAccepted()) {
                return;
            }
            if (!reply.isRateLimited() || attempt == MAX_ATTEMPTS) {
                complain(failures, captured.file() + ": " + reply.describe());
                return;
            }
        }
    }

    private Reply sendNow(CapturedEnvelope captured) throws IOException {
        byte[] envelope = EnvelopeWriter.toBytes(captured.envelope().withSentAt(clock.instant()));
        Reply reply = sender.send(envelope);
        limits.learn(reply);
        if (reply.isAccepted()) {
            accepted++;
            bytes += envelope.length;
        }
        return reply;
    }

    private void complain(List<String> list, String complaint) {
        list.add(complaint);
        complaints.accept(complaint);
    }
}
