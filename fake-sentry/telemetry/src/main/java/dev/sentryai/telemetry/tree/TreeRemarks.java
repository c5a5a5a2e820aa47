package dev.sentryai.telemetry.tree;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Trace;
import java.util.List;

/** What is to be said in a printed tree beyond what the spans say themselves. Text from telemetry must be made safe first. */
public interface TreeRemarks {

    /** Says nothing more. */
    TreeRemarks NONE = span -> List.of();

    /**
     * What to print below a span, indented as its children are.
     *
     * @param span any span of the tree
     * @return one line each; may be empty
     */
    List<String> below(SpanRecord span);

    /**
     * What to print in a span's line, behind its tokens.
     *
     * @param span any span of the tree
     * @return pieces of the line; none by default
     */
    default List<String> beside(SpanRecord span) {
        return List.of();
    }

    /**
     * What to print at the end of a trace's first line.
     *
     * @param trace the trace
     * @return pieces of one line; none by default
     */
    default List<String> beside(Trace trace) {
        return List.of();
    }
}
