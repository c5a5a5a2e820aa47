package dev.sentryai.http.okhttp;

import dev.sentryai.http.exchange.ExchangeTracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/** Reads the body of a request that has not been sent yet. */
final class RequestCopy {

    private RequestCopy() {}

    /** Returns the body; empty if reading it would keep it from being sent, or if there is none of reasonable size. */
    static Optional<byte[]> of(Request request) {
        RequestBody body = request.body();
        try {
            return body == null || request.header("Content-Encoding") != null || !isReadable(body)
                    ? Optional.empty()
                    : Optional.of(read(body));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the body of a request that is to be sent", e);
        }
    }

    private static boolean isReadable(RequestBody body) throws IOException {
        return !body.isDuplex()
                && !body.isOneShot()
                && body.contentLength() > 0
                && body.contentLength() <= ExchangeTracer.MAX_REQUEST_BYTES;
    }

    private static byte[] read(RequestBody body) throws IOException {
        Buffer copy = new Buffer();
        body.writeTo(copy);
        return copy.readByteArray();
    }
}
