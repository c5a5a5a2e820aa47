package dev.sentryai.runtime;

import dev.sentryai.value.Quotations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What went into a call and came out of it, as far as it is known. Looked at only when the call fails, to tell what the
 * message of its failure quotes.
 *
 * @param inputs texts, or JSON text with texts in it
 * @param outputs likewise
 */
public record CallContent(Supplier<List<String>> inputs, Supplier<List<String>> outputs) {

    /** Nothing is known. */
    public static final CallContent UNKNOWN = new CallContent(List::of, List::of);

    /** Returns what takes from a message what it quotes of content that is not recorded. */
    UnaryOperator<String> redaction(ContentPolicy policy) {
        if (policy.inputs() && policy.outputs()) {
            return UnaryOperator.identity();
        }
        try {
            List<String> hidden = new ArrayList<>();
            if (!policy.inputs()) {
                hidden.addAll(inputs.get());
            }
            if (!policy.outputs()) {
                hidden.addAll(outputs.get());
            }
            return Quotations.from(hidden)::removeFrom;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // what is not known can not be found
            return message -> Quotations.FILTERED;
        }
    }
}
