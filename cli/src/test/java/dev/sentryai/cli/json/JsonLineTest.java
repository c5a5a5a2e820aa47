package dev.sentryai.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.protocol.json.JsonText;
import dev.sentryai.protocol.message.Part;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    @Test
    void everyKindOfValueHasItsJson() {
        assertThat(JsonLine.of(Arrays.asList("a\"\n", 1L, true, null, List.of(), Map.of("k", 2.5))))
                .isEqualTo("[\"a\\\"\\n\",1,true,null,[],{\"k\":2.5}]");
        assertThat(JsonLine.of(new BigInteger("123456789012345678901234567890")))
                .isEqualTo("123456789012345678901234567890");
        assertThat(JsonLine.of(new Part.Text("hi"))).isEqualTo("{\"type\":\"text\",\"content\":\"hi\"}");
        assertThat(JsonLine.of(JsonText.of("{\"a\":[1]}").orElseThrow())).isEqualTo("{\"a\":[1]}");
    }

    @Test
    void timesAreWrittenWithoutExponent() {
        assertThat(JsonLine.of(1763651915.919)).isEqualTo("1763651915.919");
        assertThat(JsonLine.of(0.00005)).isEqualTo("0.000050");
        assertThat(JsonLine.of(0.0)).isEqualTo("0.0");
        assertThat(JsonLine.of(-2.5e30)).isEqualTo("-2.5E30");
    }

    @Test
    void otherObjectsAreRefused() {
        assertThatThrownBy(() -> JsonLine.of(new Object())).hasMessage("JSON has no java.lang.Object");
    }

    @Test
    void sequencesAreLinesOrAnArray() {
        StringWriter lines = new StringWriter();
        StringWriter array = new StringWriter();
        StringWriter empty = new StringWriter();

        try (JsonSequence json = JsonSequence.lines(new PrintWriter(lines))) {
            json.print(1);
            json.print(2);
        }
        try (JsonSequence json = JsonSequence.array(new PrintWriter(array))) {
            json.print(1);
            json.print(2);
        }
        JsonSequence.array(new PrintWriter(empty)).close();

        assertThat(lines).hasToString("1\n2\n");
        assertThat(array).hasToString("[\n1,\n2\n]\n");
        assertThat(empty).hasToString("[]\n");
    }
}
