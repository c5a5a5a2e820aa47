package dev.sentryai.http.jdk;

import dev.sentryai.http.exchange.Exchange;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

/**
 * What the application gets for a body. It may still be arriving then, and be read by pulling; such a body is replaced by one that sees
 * what the application sees, and whether it can still be reached: the JDK's own is kept alive by its connection.
 */
final class ReturnedBody {

    private static final String STREAM_OF_THE_JDK = "jdk.internal.net.http.ResponseSubscribers$HttpResponseInputStream";
    private static final String STREAMS_OF_THE_JDK = "java.util.stream.";

    private ReturnedBody() {}

    @SuppressWarnings("unchecked") // nobody can name the JDK's own classes as the type of a body
    static <T> HttpResponse<T> follow(HttpResponse<T> response, Exchange exchange) {
        T body = response.body();
        if (body instanceof InputStream stream && stream.getClass().getName().equals(STREAM_OF_THE_JDK)) {
            return new FollowedResponse<>(response, (T) new FollowedInputStream(stream, new Lifeline(exchange)));
        }
        if (body instanceof Stream<?> lines && lines.getClass().getName().startsWith(STREAMS_OF_THE_JDK)) {
            return followLines(response, lines, exchange);
        }
        exchange.settle();
        return response;
    }

    @SuppressWarnings("unchecked") // nobody can name the JDK's own classes as the type of a body
    private static <T> HttpResponse<T> followLines(HttpResponse<T> response, Stream<?> lines, Exchange exchange) {
        Stream<?> followed;
        try {
            followed = FollowedLines.follow(lines, new Lifeline(exchange));
        } catch (IllegalStateException e) {
            exchange.settle(); // the application has used the stream already
            return response;
        }
        return new FollowedResponse<>(response, (T) followed);
    }
}
