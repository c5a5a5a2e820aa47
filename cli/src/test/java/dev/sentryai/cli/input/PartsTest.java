package dev.sentryai.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final int MIB = 1024 * 1024;
    private static final String TRACE = "182ef34038324c4eaccfa93bfb2f927";

    private final List<List<String>> cut = new ArrayList<>();
    private final Parts<String> parts = new Parts<>(cut::add);

    @Test
    void littleInputIsOnePart() {
        parts.add("a", 10, trace(1));
        parts.add("b", 10, trace(2));
        parts.end();

        assertThat(cut).containsExactly(List.of("a", "b"));
    }

    @Test
    void noInputIsNoPart() {
        parts.end();

        assertThat(cut).isEmpty();
    }

    @Test
    void cutLeavesSomeOfTheInputForTheNextPart() {
        add("abcdefgh", MIB, Telemetry.EMPTY);

        assertThat(cut).containsExactly(List.of("a", "b", "c"), List.of("d", "e", "f"), List.of("g", "h"));
    }

    @Test
    void tracesAreNotTornIfAnotherCutIsPossible() {
        parts.add("a", MIB, trace(1));
        parts.add("b", MIB, trace(1));
        parts.add("c", MIB, trace(2));
        parts.add("d", MIB, trace(2));
        parts.add("e", MIB, trace(3));
        parts.end();

        assertThat(cut).containsExactly(List.of("a", "b"), List.of("c", "d", "e"));
    }

    @Test
    void conversationsAreNotTornEither() {
        parts.add("a", MIB, conversation(0, "c1"));
        parts.add("b", MIB, conversation(1, "c1"));
        parts.add("c", MIB, conversation(2, "c2"));
        parts.add("d", MIB, conversation(3, "c2"));
        parts.end();

        assertThat(cut).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void fewestTracesAreTornWhereOneMustBe() {
        parts.add("a", MIB, trace(1));
        parts.add("b", MIB, Telemetry.join(List.of(trace(1), trace(2))));
        parts.add("c", MIB, Telemetry.join(List.of(trace(1), trace(2))));
        parts.add("d", MIB, trace(1));
        parts.end();

        assertThat(cut).containsExactly(List.of("a", "b", "c"), List.of("d"));
    }

    @Test
    void largeFilesArePartsOfTheirOwn() {
        parts.add("small", 10, trace(1));
        parts.add("large", 9L * MIB, trace(2));
        parts.add("small too", 10, trace(3));
        parts.end();

        assertThat(cut).containsExactly(List.of("small", "large"), List.of("small too"));
    }

    @Test
    void filesWithoutContentFillAPartAsWell() {
        for (int i = 0; i < 20_000; i++) {
            parts.add("x", 0, Telemetry.EMPTY);
        }

        assertThat(cut).isNotEmpty();
        parts.end();
        assertThat(cut.stream().mapToInt(List::size).sum()).isEqualTo(20_000);
    }

    private void add(String names, int bytes, Telemetry telemetry) {
        names.chars().forEach(name -> parts.add(String.valueOf((char) name), bytes, telemetry));
        parts.end();
    }

    private static Telemetry trace(int number) {
        return telemetry("{\"trace_id\":\"" + TRACE + number + "\"}");
    }

    private static Telemetry conversation(int trace, String id) {
        return telemetry(
                "{\"trace_id\":\"" + TRACE + trace + "\",\"data\":{\"gen_ai.conversation.id\":\"" + id + "\"}}");
    }

    private static Telemetry telemetry(String span) {
        byte[] envelope = ("{}\n{\"type\":\"span\"}\n" + span + "\n").getBytes(UTF_8);
        return Telemetry.of(List.of(new CapturedEnvelope("x", EnvelopeReader.parse(envelope))));
    }
}
