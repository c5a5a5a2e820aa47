package dev.sentryai.format;

import dev.sentryai.protocol.TokenUsage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the headers of responses tell. Nothing in a header makes it fail.
 *
 * @param usage returns the tokens that the call used, for what the body does not tell
 * @param errorType returns the provider's own word for the kind of error; null where there is none
 */
public record HeaderReader(
        Function<ResponseHeaders, TokenUsage> usage, Function<ResponseHeaders, @Nullable String> errorType) {

    /** Finds nothing. */
    public static final HeaderReader NONE = new HeaderReader(headers -> TokenUsage.NONE, headers -> null);
}
