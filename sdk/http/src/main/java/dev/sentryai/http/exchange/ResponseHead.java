package dev.sentryai.http.exchange;

import dev.sentryai.format.ResponseHeaders;
import java.util.Locale;

/**
 * What comes before the body of a response.
 *
 * @param status the HTTP status
 * @param headers those that the client hands over with the body
 */
public record ResponseHead(int status, ResponseHeaders headers) {

    private static final int FIRST_ERROR_STATUS = 400;

    boolean isError() {
        return status >= FIRST_ERROR_STATUS;
    }

    /** Tells whether the body is not compressed. */
    boolean isReadable() {
        String encoding = headers.first("Content-Encoding");
        return encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity");
    }

    /** Tells whether the media type contains a word. */
    boolean isOf(String word) {
        String type = headers.first("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).contains(word);
    }
}
