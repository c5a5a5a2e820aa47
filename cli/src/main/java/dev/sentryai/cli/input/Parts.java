package dev.sentryai.cli.input;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts any amount of input into parts that are judged as a whole. When 4 MiB have come together, it cuts where the fewest traces and
 * conversations are cut in two, and leaves about 1 MiB for the next part, so that it has seen what comes behind the cut. What belongs
 * together stays together, if not too much lies between it. Used by one thread.
 *
 * @param <T> stands for one file
 */
public final class Parts<T> {

    private static final long FULL = 4 * 1024 * 1024;

    /** A part is at least so large, or each of many tiny ones would be searched for anew. */
    private static final long SMALLEST = FULL / 4;

    private static final long BEST = FULL / 4 * 3;

    /** What a file takes at least, so that many that can not be read make a part, too. */
    private static final long LEAST = 512;

    private final Consumer<List<T>> parts;
    private final List<Entry<T>> pending = new ArrayList<>();

    /** Where traces and conversations begin and end among what is pending. */
    private final Map<String, Extent> extents = new HashMap<>();

    private long bytes;

    /**
     * Begins.
     *
     * @param parts takes each part, which is never empty
     */
    public Parts(Consumer<List<T>> parts) {
        this.parts = parts;
    }

    private record Entry<T>(T file, long bytes, Set<String> keys) {}

    private static final class Extent {
        private final int first;
        private int last;

        Extent(int first) {
            this.first = first;
        }
    }

    /**
     * Takes the next file.
     *
     * @param file what stands for it in its part
     * @param size how large it is, in bytes
     * @param telemetry what it holds
     */
    public void add(T file, long size, Telemetry telemetry) {
        append(new Entry<>(file, Math.max(size, LEAST), keys(telemetry)));
        while (bytes >= FULL) {
            cut(bestCut());
        }
    }

    /** Hands over what is left. */
    public void end() {
        if (!pending.isEmpty()) {
            cut(pending.size());
        }
    }

    private static Set<String> keys(Telemetry telemetry) {
        Set<String> keys = new HashSet<>();
        String last = null;
        for (SpanRecord span : telemetry.spans()) {
            String trace = span.traceId();
            if (trace != null && !trace.equals(last)) {
                keys.add(trace);
                last = trace;
            }
            span.conversationId().ifPresent(keys::add);
        }
        return keys;
    }

    private void append(Entry<T> entry) {
        int index = pending.size();
        pending.add(entry);
        bytes += entry.bytes();
        for (String key : entry.keys()) {
            extents.computeIfAbsent(key, any -> new Extent(index)).last = index;
        }
    }

    /** How many files the next part shall have. */
    private int bestCut() {
        int[] torn = torn();
        int best = pending.size();
        long bestDistance = Long.MAX_VALUE;
        long before = 0;
        for (int count = 1; count < pending.size(); count++) {
            before += pending.get(count - 1).bytes();
            long distance = Math.abs(before - BEST);
            boolean better = best == pending.size()
                    || torn[count] < torn[best]
                    || (torn[count] == torn[best] && distance < bestDistance);
            if (before >= SMALLEST && better) {
                best = count;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** For each number of files, how many traces and conversations a cut behind them would tear. */
    private int[] torn() {
        int[] torn = new int[pending.size() + 1];
        for (Extent extent : extents.values()) {
            torn[extent.first + 1]++;
            torn[extent.last + 1]--;
        }
        for (int count = 1; count < torn.length; count++) {
            torn[count] += torn[count - 1];
        }
        return torn;
    }

    private void cut(int count) {
        List<Entry<T>> all = List.copyOf(pending);
        pending.clear();
        extents.clear();
        bytes = 0;
        all.subList(count, all.size()).forEach(this::append);
        parts.accept(all.subList(0, count).stream().map(Entry::file).toList());
    }
}
