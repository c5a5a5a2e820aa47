package dev.sentryai.sentry;

import io.sentry.ISpan;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads spans of the Sentry SDK's OpenTelemetry modules. Their classes tell more than {@link ISpan} does, but are not
 * there in most applications, so they are asked by reflection; whoever does not know a question has no answer.
 */
public final class OtelSpanData {

    private OtelSpanData() {}

    /** Returns what anybody set on the span, on either API. The Sentry SDK's counts for more, as it does in its export. */
    static Map<String, Object> of(ISpan span) {
        Map<String, Object> data = new LinkedHashMap<>();
        Object attributes = ask(span, "getOpenTelemetrySpanAttributes");
        if (attributes != null) {
            addAll(data, ask(attributes, "asMap"));
        }
        addAll(data, ask(span, "getTags"));
        addAll(data, ask(span, "getData"));
        return data;
    }

    /** Returns the name of the transaction, which only its root has; null for other spans. */
    public static @Nullable String transactionName(ISpan span) {
        return ask(span, "getTransactionName") instanceof String name ? name : null;
    }

    private static void addAll(Map<String, Object> data, @Nullable Object answer) {
        if (answer instanceof Map<?, ?> map) {
            map.forEach((key, value) -> data.put(key.toString(), value));
        }
    }

    private static @Nullable Object ask(Object target, String question) {
        Class<?> type = target.getClass();
        return Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
                .filter(candidate -> Modifier.isPublic(candidate.getModifiers()))
                .map(candidate -> ask(candidate, target, question))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object ask(Class<?> type, Object target, String question) {
        try {
            return type.getMethod(question).invoke(target);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
