package dev.sentryai.openai;

import com.openai.errors.OpenAIServiceException;
import dev.sentryai.instrument.ProviderError;
import org.jspecify.annotations.Nullable;

/** Reads what the API says about requests that it does not answer. */
final class OpenAiErrors {

    private static final int FIRST_ERROR_STATUS = 400;

    private OpenAiErrors() {}

    static ProviderError read(Throwable failure) {
        return failure instanceof OpenAIServiceException error
                ? new ProviderError(type(error), status(error.statusCode()))
                : ProviderError.UNKNOWN;
    }

    /** The code is the finer word; not every error has one. */
    private static @Nullable String type(OpenAIServiceException error) {
        return error.code().or(error::type).orElse(null);
    }

    /** Errors in the middle of a stream come after a status that told of success. */
    private static @Nullable Integer status(int status) {
        return status < FIRST_ERROR_STATUS ? null : status;
    }
}
