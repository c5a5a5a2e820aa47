package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a span's attributes in: of streamed spans those of the declared type, of older ones also what stands elsewhere. */
final class Intake {

    private static final Map<String, String> USER = Map.of(
            "id", CommonAttributes.USER_ID,
            "email", CommonAttributes.USER_EMAIL,
            "username", CommonAttributes.USER_NAME,
            "ip_address", CommonAttributes.USER_IP_ADDRESS);

    private Intake() {}

    static void apply(Draft draft) {
        if (draft.isStreamed()) {
            typed(draft);
        } else {
            untyped(draft);
        }
    }

    private static void typed(Draft draft) {
        draft.sent().attributes().forEach((key, value) -> {
            String fault = fault(value, draft.sent().declaredType(key));
            if (fault != null) {
                draft.remove(ChangeKind.REMOVED, key, fault);
            } else if (value != null) {
                draft.keep(key, value);
            }
        });
    }

    private static @Nullable String fault(@Nullable Object value, Optional<String> type) {
        if (value == null) {
            return "it has no value";
        }
        if (type.isEmpty()) {
            return "it declares no type";
        }
        return fits(value, type.get()) ? null : "its value is not of the declared type " + type.get();
    }

    private static boolean fits(Object value, String type) {
        return switch (type) {
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Long;
            case "double" -> value instanceof Number;
            case "string" -> value instanceof String;
            case "array" -> value instanceof List<?> list && isFlat(list);
            default -> false;
        };
    }

    /** Primitives of one type; all numbers are of one, and null fits everywhere. */
    private static boolean isFlat(List<?> list) {
        return list.stream().noneMatch(element -> element instanceof List || element instanceof Map)
                && list.stream()
                                .filter(element -> element != null)
                                .map(element -> element instanceof Number ? Number.class : element.getClass())
                                .distinct()
                                .count()
                        <= 1;
    }

    private static void untyped(Draft draft) {
        draft.sent().attributes().forEach((key, value) -> {
            if (value instanceof List || value instanceof Map) {
                Draft.json(value)
                        .ifPresentOrElse(
                                text -> draft.set(ChangeKind.CONVERTED, key, text, "nested values become JSON text"),
                                () -> draft.remove(ChangeKind.REMOVED, key, "it nests too deeply"));
            } else if (value != null) {
                draft.keep(key, value);
            }
        });
        JsonObject raw = draft.sent().raw();
        raw.object("tags").forEach((key, value) -> add(draft, key, value, "tag"));
        raw.object("measurements").unwrapped("value").forEach((key, value) -> add(draft, key, value, "measurement"));
        raw.object("user").forEach((key, value) -> add(draft, USER.getOrDefault(key, "user." + key), value, "user"));
        add(draft, CommonAttributes.SENTRY_OP, draft.sent().op(), "field op");
        add(draft, CommonAttributes.SENTRY_ORIGIN, draft.sent().origin(), "field origin");
        add(draft, CommonAttributes.SENTRY_DESCRIPTION, draft.sent().name(), "field description");
    }

    private static void add(Draft draft, String key, @Nullable Object value, String from) {
        if (value != null && !(value instanceof List) && !(value instanceof Map) && !draft.has(key)) {
            draft.set(ChangeKind.CONVERTED, key, value, "from " + from);
        }
    }
}
