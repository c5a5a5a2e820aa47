package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.AttributeType;
import dev.sentryai.telemetry.rules.fact.AttributeKey;
import dev.sentryai.telemetry.rules.fact.Fact;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be wrong with the type or value of an attribute, the gravest first. */
public enum AttributeFault {
    /** An object or array where JSON text belongs. */
    STRUCTURE,
    /** No value, no type, or a type that does not exist. */
    UNUSABLE,
    /** A number beyond 64 bits. */
    UNREPRESENTABLE,
    /** The declared type is not that of the value. */
    MISDECLARED,
    /** An array of several types, of arrays or of objects. */
    NOT_FLAT,
    /** A decimal number where an integer belongs. */
    DECIMAL,
    /** A number or flag as text. */
    TEXTUAL,
    /** Any other type than the registry's. */
    MISTYPED,
    NONE;

    /** Longer texts are no numbers that anybody meant, and costly to try. */
    private static final int MAX_DIGITS = 40;

    private static final Set<String> WIRE_TYPES = Set.of("string", "boolean", "integer", "double", "array");

    /**
     * Judges type and value.
     *
     * @param isStreamed whether the format has a type beside each value
     * @param declared that type; null if absent or no text
     */
    static AttributeFault of(AttributeKey key, @Nullable Object value, boolean isStreamed, @Nullable String declared) {
        JsonKind kind = JsonKind.of(value);
        if (isStructure(key, kind)) {
            return STRUCTURE;
        }
        boolean declaredRight = !isStreamed || (declared != null && kind.fits(declared));
        if (!declaredRight && (value == null || declared == null || !WIRE_TYPES.contains(declared))) {
            return UNUSABLE;
        }
        if (value instanceof BigInteger || value instanceof BigDecimal) {
            return UNREPRESENTABLE;
        }
        if (!declaredRight) {
            return MISDECLARED;
        }
        // Older transactions turn nested values into JSON text without loss, unless the registry knows better.
        if (value instanceof List<?> list && (isStreamed || key.registeredType() != null) && !isFlat(list)) {
            return NOT_FLAT;
        }
        return againstRegistry(key.judgedType(), value, kind, declared);
    }

    private static boolean isStructure(AttributeKey key, JsonKind kind) {
        return switch (kind) {
            case ARRAY -> key.shows(Fact.JSON_TEXT);
            case OBJECT -> key.registeredType() == AttributeType.STRING;
            default -> false;
        };
    }

    private static boolean isFlat(List<?> list) {
        @Nullable JsonKind first = null;
        for (Object element : list) {
            JsonKind kind = JsonKind.of(element);
            if (kind == JsonKind.ARRAY || kind == JsonKind.OBJECT) {
                return false;
            }
            if (kind != JsonKind.NULL) {
                if (first != null && kind != first && !(kind.isNumber() && first.isNumber())) {
                    return false;
                }
                first = kind;
            }
        }
        return true;
    }

    private static AttributeFault againstRegistry(
            @Nullable AttributeType type, @Nullable Object value, JsonKind kind, @Nullable String declared) {
        if (type == null || value == null) {
            return NONE;
        }
        return switch (type) {
            case STRING -> kind == JsonKind.STRING ? NONE : MISTYPED;
            case BOOLEAN -> kind == JsonKind.BOOLEAN ? NONE : textual(value, isFlag(value));
            case INTEGER ->
                kind == JsonKind.INTEGER && !"double".equals(declared)
                        ? NONE
                        : kind.isNumber() ? DECIMAL : textual(value, isNumber(value));
            case DOUBLE -> kind.isNumber() ? NONE : textual(value, isNumber(value));
            default -> kind == JsonKind.ARRAY ? NONE : MISTYPED;
        };
    }

    private static AttributeFault textual(Object value, boolean readable) {
        return value instanceof String && readable ? TEXTUAL : MISTYPED;
    }

    private static boolean isFlag(Object value) {
        return "true".equals(value) || "false".equals(value);
    }

    private static boolean isNumber(Object value) {
        String text = value.toString().strip();
        try {
            new BigDecimal(text.length() <= MAX_DIGITS ? text : "");
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
