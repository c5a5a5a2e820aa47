package dev.sentryai.http.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What comes before the body of a response.
 *
 * @param status the HTTP status
 * @param contentType null when the server told none
 * @param contentEncoding how the body that will pass by is compressed; null for not at all
 */
public record ResponseHead(
        int status, @Nullable String contentType, @Nullable String contentEncoding) {

    private static final int FIRST_ERROR_STATUS = 400;

    boolean isError() {
        return status >= FIRST_ERROR_STATUS;
    }

    boolean isReadable() {
        return contentEncoding == null || contentEncoding.isBlank() || contentEncoding.equalsIgnoreCase("identity");
    }

    /** Tells whether the media type contains a word. */
    boolean isOf(String word) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains(word);
    }
}
