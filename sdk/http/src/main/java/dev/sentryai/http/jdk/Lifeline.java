package dev.sentryai.http.jdk;

import dev.sentryai.http.exchange.Exchange;
import java.lang.ref.Cleaner;

/** Ends an exchange when what refers to this can not be reached any more. */
final class Lifeline {

    private static final Cleaner CLEANER = Cleaner.create();

    private final Exchange exchange;

    Lifeline(Exchange exchange) {
        this.exchange = exchange;
        CLEANER.register(this, exchange::lose);
    }

    void fail(Throwable failure) {
        exchange.fail(failure);
    }

    void abandon() {
        exchange.abandon();
    }
}
