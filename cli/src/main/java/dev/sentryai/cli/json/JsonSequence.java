package dev.sentryai.cli.json;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Prints JSON values as they come: one per line, or as the elements of one array. Closing ends the array. */
public final class JsonSequence implements AutoCloseable {

    private final PrintWriter out;
    private final boolean array;
    private boolean started;

    private JsonSequence(PrintWriter out, boolean array) {
        this.out = out;
        this.array = array;
    }

    /** One array. */
    public static JsonSequence array(PrintWriter out) {
        return new JsonSequence(out, true);
    }

    /** Lines. */
    public static JsonSequence lines(PrintWriter out) {
        return new JsonSequence(out, false);
    }

    /** Prints one value, see {@link JsonLine#of}. */
    public void print(@Nullable Object value) {
        if (array) {
            out.print(started ? ",\n" : "[\n");
        }
        started = true;
        out.print(JsonLine.of(value));
        if (!array) {
            out.print('\n');
        }
    }

    @Override
    public void close() {
        if (array) {
            out.print(started ? "\n]\n" : "[]\n");
        }
        out.flush();
    }
}
