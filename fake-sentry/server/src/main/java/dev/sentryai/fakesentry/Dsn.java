package dev.sentryai.fakesentry;

import dev.sentryai.telemetry.envelope.Envelope;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Key and project of a DSN that an envelope names in its own header. */
record Dsn(String publicKey, String projectId) {

    /** @throws Refusal 401 when there is one that can't be read */
    static Optional<Dsn> of(Envelope envelope) {
        return envelope.header().dsn().map(Dsn::parse);
    }

    private static Dsn parse(String text) {
        try {
            URI uri = new URI(text);
            @Nullable String user = uri.getUserInfo();
            String path = String.valueOf(uri.getPath());
            if (user != null && path.length() > 1) {
                return new Dsn(user.split(":", 2)[0], path.substring(path.lastIndexOf('/') + 1));
            }
        } catch (java.net.URISyntaxException notAnAddress) {
            // refused below
        }
        throw new Refusal(401, "bad envelope authentication header", "dsn is not https://key@host/project");
    }

    /** The DSN is good enough as authorisation, but must not contradict the request. */
    Credentials authorize(Optional<Credentials> request, String requestProject) {
        if (!projectId.equals(requestProject)) {
            throw mismatch("project id");
        }
        if (request.isPresent() && !request.get().publicKey().equals(publicKey)) {
            throw mismatch("public key");
        }
        return request.orElseGet(() -> new Credentials(publicKey, null));
    }

    private static Refusal mismatch(String what) {
        return new Refusal(400, "invalid event envelope", what + " of the envelope's dsn is not that of the request");
    }
}
