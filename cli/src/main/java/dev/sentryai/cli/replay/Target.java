package dev.sentryai.cli.replay;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where recordings are sent: what a DSN says.
 *
 * @param endpoint address that takes envelopes
 * @param publicKey who sends
 */
public record Target(URI endpoint, String publicKey) {

    /**
     * Reads a DSN, {@code https://key@host[:port][/path]/project}.
     *
     * @throws IllegalArgumentException when it isn't one; the message doesn't repeat it
     */
    public static Target parse(String dsn) {
        try {
            URI uri = new URI(dsn.strip());
            String path = uri.getPath() == null ? "" : uri.getPath();
            @Nullable String user = uri.getUserInfo();
            String project = path.substring(path.lastIndexOf('/') + 1);
            if (!isHttp(uri) || user == null || uri.getHost() == null || project.isEmpty()) {
                throw notADsn();
            }
            String prefix = path.substring(0, path.lastIndexOf('/'));
            URI endpoint = new URI(
                    uri.getScheme(),
                    null,
                    uri.getHost(),
                    uri.getPort(),
                    prefix + "/api/" + project + "/envelope/",
                    null,
                    null);
            return new Target(endpoint, user.split(":", 2)[0]);
        } catch (URISyntaxException e) {
            throw notADsn();
        }
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private static IllegalArgumentException notADsn() {
        return new IllegalArgumentException("a DSN looks like https://<key>@<host>/<project>");
    }
}
