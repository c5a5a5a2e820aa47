package dev.sentryai.http.jdk;

import dev.sentryai.http.exchange.Exchange;
import dev.sentryai.http.exchange.ResponseHead;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;

/** Gives the application's handler what it would get without us, and the exchange a copy. */
record TeeHandler<T>(BodyHandler<T> handler, Exchange exchange) implements BodyHandler<T> {

    @Override
    public BodySubscriber<T> apply(ResponseInfo info) {
        HttpHeaders headers = info.headers();
        exchange.respond(new ResponseHead(
                info.statusCode(), name -> headers.firstValue(name).orElse(null)));
        return new TeeSubscriber<>(handler.apply(info), exchange);
    }
}
