package dev.sentryai.delivery.attributes;

import io.sentry.SentryOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The name of this machine, as the Sentry SDK has it. Asking the resolver can take long, so nobody waits for it. */
public final class HostName {

    private static final CompletableFuture<@Nullable String> LOCAL = new CompletableFuture<>();

    static {
        Thread resolver = new Thread(() -> LOCAL.complete(resolve()), "sentry-ai-hostname");
        resolver.setDaemon(true);
        resolver.start();
    }

    private HostName() {}

    /** Starts to ask. */
    public static void prefetch() {
        LOCAL.isDone();
    }

    /** Returns the configured name, else the machine's; null when there is none, or none yet. */
    static @Nullable String of(SentryOptions options) {
        if (options.getServerName() != null) {
            return options.getServerName();
        }
        return options.isAttachServerName() ? LOCAL.getNow(null) : null;
    }

    private static @Nullable String resolve() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
