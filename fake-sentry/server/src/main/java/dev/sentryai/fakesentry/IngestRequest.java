package dev.sentryai.fakesentry;

import java.util.Map;

/**
 * One HTTP request, read to its end.
 *
 * @param method as sent, "POST"
 * @param path decoded, without query
 * @param query as sent, without the question mark; empty where there is none
 * @param headers by lower-case name; the first value where a header was given twice
 * @param body as it came over the wire
 */
record IngestRequest(String method, String path, String query, Map<String, String> headers, Body body) {

    String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }
}
