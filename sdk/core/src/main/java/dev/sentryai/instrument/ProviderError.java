package dev.sentryai.instrument;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said about a request that it did not answer.
 *
 * @param type its own word for the kind of error, such as {@code rate_limit_error}; null when it had none. What is no single word
 *     is taken for none, as it may be anything
 * @param status the HTTP status; null when there was no response
 */
public record ProviderError(@Nullable String type, @Nullable Integer status) {

    /** Nothing is known, as of a failure that is not the provider's. */
    public static final ProviderError UNKNOWN = new ProviderError(null, null);

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    /** Checks the type. */
    public ProviderError {
        type = type != null && WORD.matcher(type).matches() ? type : null;
    }
}
