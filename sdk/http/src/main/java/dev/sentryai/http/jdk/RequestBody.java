package dev.sentryai.http.jdk;

import dev.sentryai.http.exchange.ExchangeTracer;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Reads the body of a request that has not been sent yet. */
final class RequestBody implements Flow.Subscriber<ByteBuffer> {

    private static final String OF_THE_JDK = "jdk.internal.net.http.RequestPublishers$";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean isComplete;

    private RequestBody() {}

    /** Returns the body; empty if reading it might keep it from being sent, or if there is none of reasonable size. */
    static Optional<byte[]> read(HttpRequest request) {
        boolean isEncoded = request.headers().firstValue("Content-Encoding").isPresent();
        return isEncoded ? Optional.empty() : request.bodyPublisher().flatMap(RequestBody::read);
    }

    private static Optional<byte[]> read(BodyPublisher publisher) {
        long length = publisher.contentLength();
        if (!isRepeatable(publisher) || length <= 0 || length > ExchangeTracer.MAX_REQUEST_BYTES) {
            return Optional.empty();
        }
        RequestBody collector = new RequestBody();
        publisher.subscribe(collector);
        return collector.isComplete ? Optional.of(collector.body.toByteArray()) : Optional.empty();
    }

    /** Publishers of texts, arrays and files begin anew for each subscriber, and publish at once. Of others nobody knows. */
    private static boolean isRepeatable(BodyPublisher publisher) {
        String name = publisher.getClass().getName();
        return name.equals(OF_THE_JDK + "StringPublisher")
                || name.equals(OF_THE_JDK + "ByteArrayPublisher")
                || name.equals(OF_THE_JDK + "FilePublisher");
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        body.writeBytes(bytes);
    }

    @Override
    public void onError(Throwable failure) {
        // whoever sends the body will see it
    }

    @Override
    public void onComplete() {
        isComplete = true;
    }
}
