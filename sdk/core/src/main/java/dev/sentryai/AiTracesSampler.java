package dev.sentryai;

import io.sentry.SamplingContext;
import io.sentry.SentryOptions.TracesSamplerCallback;
import io.sentry.TransactionContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps every trace that starts with AI work or on one of some routes, and of the others a share. Thread-safe. */
final class AiTracesSampler implements TracesSamplerCallback {

    private final double baseRate;
    private final List<String> routes;

    AiTracesSampler(double baseRate, List<String> routes) {
        if (!(baseRate >= 0 && baseRate <= 1)) {
            throw new IllegalArgumentException("baseRate must be from 0.0 to 1.0 but was " + baseRate);
        }
        if (routes.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a route must not be blank, but one of " + routes + " is");
        }
        this.baseRate = baseRate;
        this.routes = routes.stream().map(AiTracesSampler::withoutLastSlash).toList();
    }

    /** Returns null where whoever called has decided: then the Sentry SDK follows that. */
    @Override
    public @Nullable Double sample(SamplingContext context) {
        TransactionContext transaction = context.getTransactionContext();
        if (transaction.getParentSampled() != null) {
            return null;
        }
        return isAi(transaction.getOperation()) || isOnRoute(transaction.getName()) ? 1.0 : baseRate;
    }

    private static boolean isAi(String op) {
        return op.startsWith("gen_ai.") || op.startsWith("ai.");
    }

    private boolean isOnRoute(String name) {
        String path = name.substring(name.indexOf(' ') + 1);
        return routes.stream().anyMatch(route -> isAtOrBelow(route, route.indexOf(' ') < 0 ? path : name));
    }

    private static boolean isAtOrBelow(String route, String place) {
        return place.startsWith(route)
                && (place.length() == route.length() || "/?".indexOf(place.charAt(route.length())) >= 0);
    }

    private static String withoutLastSlash(String route) {
        return route.length() > 1 && route.endsWith("/") ? route.substring(0, route.length() - 1) : route;
    }
}
