package dev.sentryai.telemetry.rules.subject;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a JSON value is, in the terms of attribute types. */
public enum JsonKind {
    STRING,
    BOOLEAN,
    INTEGER,
    DOUBLE,
    ARRAY,
    OBJECT,
    NULL;

    public static JsonKind of(@Nullable Object value) {
        if (value instanceof String) {
            return STRING;
        } else if (value instanceof Boolean) {
            return BOOLEAN;
        } else if (value instanceof Long || value instanceof BigInteger) {
            return INTEGER;
        } else if (value instanceof Double || value instanceof BigDecimal) {
            return DOUBLE;
        } else if (value instanceof List) {
            return ARRAY;
        }
        return value instanceof Map ? OBJECT : NULL;
    }

    public boolean isNumber() {
        return this == INTEGER || this == DOUBLE;
    }

    /** Whether an attribute that is declared to have that type may hold such a value. */
    public boolean fits(String declaredType) {
        return switch (this) {
            case STRING -> declaredType.equals("string");
            case BOOLEAN -> declaredType.equals("boolean");
            case INTEGER -> declaredType.equals("integer") || declaredType.equals("double");
            case DOUBLE -> declaredType.equals("double");
            case ARRAY -> declaredType.equals("array");
            default -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
