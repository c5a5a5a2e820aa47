package dev.sentryai.http.exchange;

import java.net.URI;
import java.util.function.Supplier;

/**
 * What a request says first.
 *
 * @param method the HTTP method
 * @param rawPath the path as it is sent
 * @param uri makes the whole address, which some clients have not at hand
 */
public record RequestLine(String method, String rawPath, Supplier<URI> uri) {

    /** Returns the decoded path. */
    String path() {
        if (rawPath.isEmpty()) {
            return "/";
        }
        return isEncoded() ? uri.get().getPath() : rawPath;
    }

    /** Tells whether the path has to be decoded, for which the whole address is made. */
    boolean isEncoded() {
        return rawPath.indexOf('%') >= 0;
    }
}
