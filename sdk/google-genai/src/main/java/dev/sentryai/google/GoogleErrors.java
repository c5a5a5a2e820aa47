package dev.sentryai.google;

import com.google.genai.errors.ApiException;
import dev.sentryai.instrument.ProviderError;

/** Reads what the API says about requests that it does not answer. */
final class GoogleErrors {

    private GoogleErrors() {}

    static ProviderError read(Throwable failure) {
        return failure instanceof ApiException error
                ? new ProviderError(error.status(), error.code())
                : ProviderError.UNKNOWN;
    }
}
