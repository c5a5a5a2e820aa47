package dev.sentryai.telemetry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all JSON there is, and says what is wrong with what is none. Its library is loaded only when it is needed. */
final class ThoroughJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonReader.MAX_DEPTH)
                    // What is read is in memory already, so its own size bounds its strings.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Interned names are found by comparing references. The parser keeps a bounded number of them.
            .enable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Sentry's formats are UTF-8; anything else is a fault to report.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private static final Pattern UNKNOWN_WORD = Pattern.compile("(Unrecognized|Non-standard) token ");

    private ThoroughJson() {}

    static @Nullable Object read(byte[] bytes, int start, int length) {
        try (JsonParser parser = FACTORY.createParser(bytes, start, length)) {
            return readWhole(parser, JsonLocation::getByteOffset, index -> bytes[start + index]);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    static @Nullable Object read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return readWhole(parser, JsonLocation::getCharOffset, text::charAt);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static @Nullable Object readWhole(
            JsonParser parser, ToLongFunction<JsonLocation> offsets, IntUnaryOperator characters) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException(0, "no JSON value");
            }
            Object value = new JsonFiller(parser, offsets).value();
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(
                        offsets.applyAsLong(parser.currentTokenLocation()), "text after the JSON value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            long offset = offsets.applyAsLong(parser.currentLocation());
            // a number with too many digits is the other limit
            boolean deep = parser.getParsingContext().getNestingDepth() >= JsonReader.MAX_DEPTH;
            String reason = deep
                    ? "arrays and objects nest deeper than " + JsonReader.MAX_DEPTH + " levels"
                    : "a number is too long";
            throw new MalformedJsonException(offset, reason, e);
        } catch (JsonProcessingException e) {
            long offset = offsets.applyAsLong(e.getLocation());
            boolean word = UNKNOWN_WORD.matcher(e.getOriginalMessage()).lookingAt();
            throw new MalformedJsonException(
                    word ? startOfWord((int) offset, characters) : offset, e.getOriginalMessage(), e);
        } catch (IOException e) { // the parser reports some broken UTF-8 this way
            throw new MalformedJsonException(offsets.applyAsLong(parser.currentLocation()), "not UTF-8", e);
        }
    }

    /** The parser says where it stopped: behind the word, or behind the character that ended it. */
    private static int startOfWord(int offset, IntUnaryOperator characters) {
        int start = offset > 0 && !isOfWord(characters.applyAsInt(offset - 1)) ? offset - 1 : offset;
        while (start > 0 && isOfWord(characters.applyAsInt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Bytes of characters beyond ASCII are negative. */
    private static boolean isOfWord(int character) {
        return character < 0 || Character.isJavaIdentifierPart(character);
    }
}
