package dev.sentryai.fakesentry.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read to its end.
 *
 * @param method as sent, "POST"
 * @param path decoded, without query
 * @param query as sent, without the question mark; empty where there is none
 * @param headers by lower-case name; the first value where a header was given twice
 * @param body as it came over the wire; null when it is larger than the server takes
 */
public record Request(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        @Nullable Body body) {

    /**
     * The value of a header; empty where there is none.
     *
     * @param lowerCaseName such as {@code content-encoding}
     */
    public String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }
}
