package dev.sentryai.runtime;

import dev.sentryai.delivery.Delivery;
import dev.sentryai.delivery.streaming.TransportTap;
import dev.sentryai.reactor.ReactorSchedulers;
import dev.sentryai.sentry.ErrorRedaction;
import dev.sentryai.sentry.SentrySdk;
import dev.sentryai.sentry.SpanWatch;
import dev.sentryai.settings.AiSettings;
import dev.sentryai.settings.SettingsSource;
import io.sentry.IScopes;
import io.sentry.Integration;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import java.io.Closeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ties AI monitoring to the life of a Sentry SDK: starts with it, is flushed with it, is closed with it. */
public final class AiIntegration implements Integration, Closeable {

    private final SettingsSource source;
    private final @Nullable TransportTap tap;
    private final @Nullable SpanWatch watch;
    private volatile @Nullable AiRuntime runtime;

    private AiIntegration(SettingsSource source, @Nullable TransportTap tap, @Nullable SpanWatch watch) {
        this.source = source;
        this.tap = tap;
        this.watch = watch;
    }

    /**
     * Adds AI monitoring to a Sentry SDK that is being configured.
     *
     * @param source asked when the configuration is complete
     */
    public static void install(SentryOptions options, SettingsSource source) {
        SentrySdk.announce(Version.current());
        ErrorRedaction.install(options);
        options.addIntegration(new AiIntegration(source, TransportTap.install(options), SpanWatch.install(options)));
    }

    /** Returns what was given to {@link #install}; empty when it was not installed. */
    public static Optional<SettingsSource> sourceOf(SentryOptions options) {
        return find(options).map(integration -> integration.source);
    }

    static Optional<AiRuntime> runtimeOf(SentryOptions options) {
        AiIntegration integration = find(options).orElse(null);
        return Optional.ofNullable((integration == null ? addLate(options) : integration).runtime);
    }

    private static Optional<AiIntegration> find(SentryOptions options) {
        // every call comes through here
        for (Integration integration : options.getIntegrations()) {
            if (integration instanceof AiIntegration found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** It is too late for the transport, so spans stay in their transaction. */
    private static synchronized AiIntegration addLate(SentryOptions options) {
        return find(options).orElseGet(() -> {
            AiIntegration late = new AiIntegration(SettingsSource.DEFAULTS, null, null);
            ErrorRedaction.install(options);
            late.start(Sentry.forkedRootScopes("sentry-ai"), options);
            options.addIntegration(late);
            return late;
        });
    }

    /** The given scopes turn into no-ops before integrations are closed; forked root scopes last until the end. */
    @Override
    public void register(IScopes scopes, SentryOptions options) {
        SamplingHint.log(options);
        start(Sentry.forkedRootScopes("sentry-ai"), options);
    }

    private void start(IScopes scopes, SentryOptions options) {
        AiSettings settings = source.settings(options);
        Delivery delivery = tap == null || !settings.streaming()
                ? Delivery.embedded(options, settings.beforeSend())
                : Delivery.streaming(scopes, settings.beforeSend(), tap);
        AiRuntime started = new AiRuntime(options, settings, delivery);
        runtime = started;
        ReactorSchedulers.follow();
        if (watch != null && delivery.isStreaming() && settings.foreign().streamed()) {
            watch.tell(new Adoption(started, scopes));
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.stop();
        }
        AiRuntime started = runtime;
        if (started != null) {
            runtime = null;
            ReactorSchedulers.stop();
            started.close();
        }
    }
}
