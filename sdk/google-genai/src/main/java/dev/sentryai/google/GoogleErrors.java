package dev.sentryai.google;

import com.google.genai.errors.ApiException;
import dev.sentryai.instrument.ProviderError;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what the API says about requests that it does not answer. */
final class GoogleErrors {

    private GoogleErrors() {}

    static ProviderError read(Throwable failure) {
        return failure instanceof ApiException error
                ? new ProviderError(word(error.status()), error.code())
                : ProviderError.UNKNOWN;
    }

    /** Google's words have one case. Libraries before 1.70 tell HTTP's reason phrase in their place, such as {@code Forbidden}. */
    private static @Nullable String word(@Nullable String status) {
        boolean isPhrase = status != null
                && !status.equals(status.toUpperCase(Locale.ROOT))
                && !status.equals(status.toLowerCase(Locale.ROOT));
        return isPhrase ? null : status;
    }
}
