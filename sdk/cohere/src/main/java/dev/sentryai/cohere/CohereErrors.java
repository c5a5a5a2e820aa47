package dev.sentryai.cohere;

import com.cohere.api.core.CohereApiException;
import dev.sentryai.instrument.ProviderError;

/** Reads what the API says about requests that it does not answer: a status and a sentence, but no word for the kind of error. */
final class CohereErrors {

    private CohereErrors() {}

    static ProviderError read(Throwable failure) {
        return failure instanceof CohereApiException error
                ? new ProviderError(null, error.statusCode())
                : ProviderError.UNKNOWN;
    }
}
