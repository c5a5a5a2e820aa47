package dev.sentryai.http.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines of UTF-8, which end with a line feed, a carriage return, or both, wherever the parts are cut. Lines that are
 * too long are left out.
 */
final class Lines {

    /** How long a line may be. */
    static final int MAX_BYTES = 1 << 20;

    private final ByteBuilder line = new ByteBuilder(MAX_BYTES);
    private final Consumer<String> sink;
    private boolean afterCarriageReturn;

    Lines(Consumer<String> sink) {
        this.sink = sink;
    }

    /** Takes the next part. */
    void accept(ByteBuffer part) {
        int start = part.position();
        int limit = part.limit();
        for (int i = start; i < limit; i++) {
            byte b = part.get(i);
            boolean isSecondHalf = b == '\n' && afterCarriageReturn;
            afterCarriageReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                line.append(part.slice(start, i - start));
                start = i + 1;
                if (!isSecondHalf) {
                    emit();
                }
            }
        }
        line.append(part.slice(start, limit - start));
    }

    /** Takes what there is for the last line, though nothing ends it. */
    void end() {
        emit();
    }

    private void emit() {
        boolean isWhole = !line.isOverfull();
        String text = line.toString(StandardCharsets.UTF_8);
        line.clear();
        if (isWhole) {
            sink.accept(text);
        }
    }
}
