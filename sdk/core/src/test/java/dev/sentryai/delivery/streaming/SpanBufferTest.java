package dev.sentryai.delivery.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentryai.delivery.payload.Batch;
import dev.sentryai.delivery.payload.SpanIds;
import dev.sentryai.delivery.payload.SpanV2;
import dev.sentryai.delivery.streaming.SpanBuffer.Offer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanBufferTest {

    private static final BatchLimits LIMITS = new BatchLimits(3, 100, 2, Duration.ofNanos(50), 6, 200);

    private final SpanBuffer buffer = new SpanBuffer(LIMITS);

    private Offer offer(String trace, int bytes, long now) {
        return buffer.offer(null, span(trace, bytes), bytes, now);
    }

    /** Returns a span that is named by how many bytes it is said to have. */
    private static SpanV2 span(String trace, int bytes) {
        return new SpanV2(new SpanIds(trace, "1", null), String.valueOf(bytes), true, 0, 0, Map.of());
    }

    private List<Batch> takeAll() {
        return untilEmpty(buffer::poll);
    }

    private List<Batch> takeDue(long now) {
        return untilEmpty(() -> buffer.pollDue(now));
    }

    private static List<Batch> untilEmpty(Supplier<Optional<Batch>> source) {
        return Stream.generate(source)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void aBatchHasSpansOfOneTrace() {
        offer("a", 1, 0);
        offer("b", 2, 0);
        offer("a", 3, 0);

        assertThat(takeAll())
                .extracting(batch -> batch.spans().stream().map(SpanV2::name).toList(), Batch::bytes)
                .containsExactly(tuple(List.of("1", "3"), 4), tuple(List.of("2"), 2));
        assertThat(takeAll()).isEmpty();
    }

    @Test
    void aFullBatchIsFollowedByAnother() {
        for (int i = 0; i < 4; i++) {
            offer("a", 1, 0);
        }

        assertThat(takeAll()).extracting(batch -> batch.spans().size()).containsExactly(3, 1);
    }

    @Test
    void aBatchStaysBelowItsBytesAndALongSpanTravelsAlone() {
        offer("a", 60, 0);
        offer("a", 60, 0);
        assertThat(takeAll()).extracting(batch -> batch.spans().size()).containsExactly(1, 1);

        offer("a", 150, 0);

        assertThat(takeAll()).extracting(Batch::bytes).containsExactly(150);
    }

    @Test
    void spansWaitForTheirDelayUnlessThereAreMany() {
        offer("a", 1, 0);
        offer("b", 1, 10);

        assertThat(buffer.nextDueNanos(20)).hasValue(50);
        assertThat(takeDue(49)).isEmpty();
        assertThat(takeDue(50)).hasSize(1);
        assertThat(buffer.nextDueNanos(50)).hasValue(60);

        offer("b", 1, 51);

        assertThat(buffer.nextDueNanos(51)).hasValue(51);
        assertThat(takeDue(51)).extracting(batch -> batch.spans().size()).containsExactly(2);
        assertThat(buffer.nextDueNanos(52)).isEmpty();
    }

    @Test
    void onlySpansThatMakeSomethingDueEarlierSaySo() {
        assertThat(offer("a", 1, 0)).isEqualTo(Offer.CHANGES_DUE);
        assertThat(offer("b", 1, 0)).isEqualTo(Offer.CHANGES_DUE);

        assertThat(offer("a", 1, 0)).as("as many as are urgent").isEqualTo(Offer.CHANGES_DUE);
        assertThat(offer("a", 1, 0)).isEqualTo(Offer.WAITS);
        assertThat(offer("a", 1, 0)).as("one bucket is full").isEqualTo(Offer.CHANGES_DUE);
    }

    @Test
    void whatDoesNotFitIsRefusedUntilThereIsRoom() {
        for (int i = 0; i < 6; i++) {
            assertThat(offer("a", 1, 0)).isNotEqualTo(Offer.REFUSED);
        }
        assertThat(offer("b", 1, 0)).isEqualTo(Offer.REFUSED);
        takeAll();

        assertThat(offer("b", 150, 0)).isNotEqualTo(Offer.REFUSED);
        assertThat(offer("c", 51, 0)).isEqualTo(Offer.REFUSED);
        assertThat(offer("c", 50, 0)).isNotEqualTo(Offer.REFUSED);
    }

    @Test
    void whatWaitsCanStillBeTakenAfterItsClose() {
        offer("a", 1, 0);
        buffer.close();

        assertThat(offer("a", 1, 0)).isEqualTo(Offer.REFUSED);
        assertThat(takeAll()).hasSize(1);
    }
}
