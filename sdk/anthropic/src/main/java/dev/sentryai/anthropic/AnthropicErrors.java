package dev.sentryai.anthropic;

import com.anthropic.errors.AnthropicServiceException;
import dev.sentryai.format.anthropic.AnthropicFormat;
import dev.sentryai.instrument.ProviderError;
import org.jspecify.annotations.Nullable;

/** Reads what the API says about requests that it does not answer. */
final class AnthropicErrors {

    private static final int FIRST_ERROR_STATUS = 400;

    private AnthropicErrors() {}

    static ProviderError read(Throwable failure) {
        return failure instanceof AnthropicServiceException error
                ? new ProviderError(type(error), status(error.statusCode()))
                : ProviderError.UNKNOWN;
    }

    private static @Nullable String type(AnthropicServiceException error) {
        return AnthropicFormat.MESSAGES.errorType().apply(AnthropicModels.wire(error.body()));
    }

    /** Errors in the middle of a stream come after a status that told of success. */
    private static @Nullable Integer status(int status) {
        return status < FIRST_ERROR_STATUS ? null : status;
    }
}
