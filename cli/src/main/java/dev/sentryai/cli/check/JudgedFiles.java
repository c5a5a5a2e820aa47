package dev.sentryai.cli.check;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.telemetry.rules.Rules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Reads files one after the other and lets all processors judge them, but hands them over in their own order. However many files there
 * are, only some megabytes of them are in memory. Used by one thread; closing stops the others.
 */
final class JudgedFiles implements AutoCloseable {

    /** What has been read ahead at most, unless one file is larger. */
    private static final int MAX_BYTES_AHEAD = 4 * 1024 * 1024;

    /** Small files are handed to another thread together, because handing over costs as much as judging one of them. */
    private static final int BATCH_FILES = 32;

    private static final int BATCH_BYTES = 128 * 1024;

    private final Iterator<InputFile> files;
    private final Rules rules;
    private final int processors;
    private final Deque<Batch> ahead = new ArrayDeque<>();
    private long bytesAhead;
    private @Nullable ExecutorService workers;

    JudgedFiles(Iterator<InputFile> files, Rules rules, int processors) {
        this.files = files;
        this.rules = rules;
        this.processors = processors;
    }

    /** The next files; empty if there are no more. */
    List<JudgedFile> next() {
        while (files.hasNext() && bytesAhead < MAX_BYTES_AHEAD && ahead.size() < processors * 4) {
            Batch batch = read();
            ahead.add(batch);
            bytesAhead += batch.bytes();
        }
        Batch first = ahead.poll();
        if (first == null) {
            return List.of();
        }
        bytesAhead -= first.bytes();
        return result(first);
    }

    private Batch read() {
        List<JudgedFile.Source> batch = new ArrayList<>();
        long bytes = 0;
        while (files.hasNext() && batch.size() < BATCH_FILES && bytes < BATCH_BYTES) {
            JudgedFile.Source file = JudgedFile.Source.read(files.next());
            batch.add(file);
            bytes += file.bytes();
        }
        boolean alone = processors == 1 || (ahead.isEmpty() && !files.hasNext());
        CompletableFuture<List<JudgedFile>> judged = alone
                ? CompletableFuture.completedFuture(judge(batch))
                : CompletableFuture.supplyAsync(() -> judge(batch), workers());
        return new Batch(judged, bytes);
    }

    private List<JudgedFile> judge(List<JudgedFile.Source> batch) {
        return batch.stream().map(file -> file.judge(rules)).toList();
    }

    private ExecutorService workers() {
        if (workers == null) {
            workers = Executors.newFixedThreadPool(processors, task -> {
                Thread thread = new Thread(task, "judge");
                thread.setDaemon(true);
                return thread;
            });
        }
        return workers;
    }

    private static List<JudgedFile> result(Batch batch) {
        try {
            return batch.judged().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Judging failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }

    private record Batch(CompletableFuture<List<JudgedFile>> judged, long bytes) {}
}
