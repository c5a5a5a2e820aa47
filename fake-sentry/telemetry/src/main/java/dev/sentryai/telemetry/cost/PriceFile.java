package dev.sentryai.telemetry.cost;

import dev.sentryai.protocol.price.PriceTable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A user's own prices, which stand before the bundled ones. */
public final class PriceFile {

    private PriceFile() {}

    /**
     * Reads prices: JSON as Sentry's {@code aiModelMetadata} (US dollars per token), or text as {@link PriceTable#parse} has it (US
     * dollars per 1,000,000 tokens).
     *
     * @param name of the file, for messages, and as source where it names none
     * @param content in UTF-8
     * @throws IllegalArgumentException if it is neither; the message tells the line
     */
    public static PriceTable parse(String name, byte[] content) {
        String text = text(name, content);
        return text.stripLeading().startsWith("{")
                ? new ModelMetadataReader(name, content).read()
                : PriceTable.parse(name, text);
    }

    private static String text(String name, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + ": expected text in UTF-8", e);
        }
    }
}
