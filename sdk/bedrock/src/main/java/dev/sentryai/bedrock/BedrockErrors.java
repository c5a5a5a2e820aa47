package dev.sentryai.bedrock;

import dev.sentryai.instrument.ProviderError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Reads what Bedrock says about requests that it does not answer, or not to the end. */
final class BedrockErrors {

    private static final int FIRST_ERROR_STATUS = 400;

    private BedrockErrors() {}

    static ProviderError read(Throwable failure) {
        return failure instanceof AwsServiceException error
                ? new ProviderError(type(error.awsErrorDetails()), status(error.statusCode()))
                : ProviderError.UNKNOWN;
    }

    private static @Nullable String type(@Nullable AwsErrorDetails details) {
        return details == null ? null : details.errorCode();
    }

    /** Errors in the middle of a stream may come with no status, or with that of the stream. */
    private static @Nullable Integer status(int status) {
        return status < FIRST_ERROR_STATUS ? null : status;
    }
}
