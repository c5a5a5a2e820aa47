package dev.sentryai.value;

import dev.sentryai.protocol.message.Part;
import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** Turns what has no inside worth showing into a String, Boolean, Long or Double. */
final class Leaves {

    /** Types whose text is their value; any other object's {@code toString} may tell secrets. */
    private static final List<Class<?>> TEXTUAL = List.of(
            CharSequence.class,
            Character.class,
            TemporalAccessor.class,
            TemporalAmount.class,
            ZoneId.class,
            UUID.class,
            URI.class,
            URL.class,
            Path.class,
            File.class,
            Locale.class,
            Currency.class,
            Charset.class,
            Pattern.class,
            Throwable.class);

    private Leaves() {}

    /** Returns the plain form, or empty when the value is structured or unknown. */
    static Optional<Object> plain(Object value) {
        if (value instanceof Boolean) {
            return Optional.of(value);
        }
        if (value instanceof AtomicBoolean flag) {
            return Optional.of(flag.get());
        }
        if (value instanceof Number number) {
            return Optional.of(Numbers.plain(number));
        }
        return value instanceof String ? Optional.of(value) : text(value).map(text -> text);
    }

    private static Optional<String> text(Object value) {
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name());
        }
        if (value instanceof char[] chars) {
            return Optional.of(String.valueOf(chars));
        }
        if (value instanceof Date date) {
            return Optional.of(iso(date));
        }
        if (value instanceof Class<?> type) {
            return Optional.of(type.getName());
        }
        if (isBinary(value)) {
            return Optional.of(Part.BLOB_SUBSTITUTE);
        }
        return isTextual(value) ? Optional.of(String.valueOf(value)) : Optional.empty();
    }

    @SuppressWarnings("JavaUtilDate") // java.sql.Date refuses toInstant()
    private static String iso(Date date) {
        return Instant.ofEpochMilli(date.getTime()).toString();
    }

    private static boolean isBinary(Object value) {
        return value instanceof byte[] || value instanceof ByteBuffer || value instanceof InputStream;
    }

    private static boolean isTextual(Object value) {
        return TEXTUAL.stream().anyMatch(type -> type.isInstance(value));
    }
}
