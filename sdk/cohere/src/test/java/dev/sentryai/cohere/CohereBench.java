package dev.sentryai.cohere;

import com.cohere.api.AsyncCohere;
import com.cohere.api.Cohere;
import dev.sentryai.providertests.Bench;
import org.junit.jupiter.api.AfterEach;

/** A bench per test, with both clients. */
abstract class CohereBench {

    final Bench<Clients> bench = new Bench<>(new CohereProvider());
    final Cohere client = bench.client().sync();
    final AsyncCohere asyncClient = bench.client().async();

    @AfterEach
    void close() {
        try (bench) {
            bench.verifySent();
        }
    }
}
