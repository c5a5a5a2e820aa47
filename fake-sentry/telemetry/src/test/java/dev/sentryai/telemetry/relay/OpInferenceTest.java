package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.older;
import static dev.sentryai.telemetry.relay.TestEnvelope.sent;
import static dev.sentryai.telemetry.relay.TestEnvelope.store;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans that come without an op. */
class OpInferenceTest {

    @ParameterizedTest
    @CsvSource({
        "http.request.method, POST, http",
        "db.system.name, mysql, db",
        "gen_ai.operation.name, chat, gen_ai.chat",
        "rpc.service, x, rpc",
        "messaging.system, kafka, message",
        "faas.trigger, timer, timer",
        "colour, red, default"
    })
    void aMissingOpIsInferred(String key, String value, String op) {
        assertThat(store(Map.of(key, value)).op()).contains(op);
    }

    @ParameterizedTest
    @CsvSource({"client, http.client", "server, http.server", "producer, http"})
    void theKindTellsClientsFromServers(String kind, String op) {
        assertThat(store(Map.of("http.request.method", "GET", "sentry.kind", kind))
                        .op())
                .contains(op);
    }

    @Test
    void olderSpansKeepTheirLackOfAnOp() {
        Map<String, Object> span = new LinkedHashMap<>(older(1, "", Map.of("db.system.name", "mysql")));
        span.remove("op");

        assertThat(sent().item(Map.of("type", "span"), span)
                        .stored()
                        .spans()
                        .get(0)
                        .stored()
                        .orElseThrow()
                        .op())
                .isEmpty();
    }
}
