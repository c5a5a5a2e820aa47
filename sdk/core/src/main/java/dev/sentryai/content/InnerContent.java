package dev.sentryai.content;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What calls knew of their content and did not record, kept by what is around them: an error further out may quote it. Applications
 * may be inside of one block for as long as they run, so it takes no memory that they need for anything else, and only the last
 * {@value #MOST} calls count. Not thread-safe.
 */
public final class InnerContent {

    private static final int MOST = 100;

    private final Deque<SoftReference<HiddenContent>> calls = new ArrayDeque<>(1);

    /** Adds that of one more call. */
    public void add(HiddenContent content) {
        if (calls.size() == MOST) {
            calls.removeFirst();
        }
        calls.addLast(new SoftReference<>(content));
    }

    /** Returns all of it. With any of it that went because memory was short no message is safe. */
    public HiddenContent all() {
        HiddenContent all = HiddenContent.NONE;
        for (SoftReference<HiddenContent> call : calls) {
            HiddenContent content = call.get();
            all = all.and(content == null ? HiddenContent.GONE : content);
        }
        return all;
    }
}
