package dev.sentryai.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.errors.ClientException;
import dev.sentryai.instrument.ProviderError;
import org.junit.jupiter.api.Test;

class GoogleErrorsTest {

    @Test
    void wordOfTheApiIsTheType() {
        assertThat(GoogleErrors.read(new ClientException(403, "PERMISSION_DENIED", "no")))
                .isEqualTo(new ProviderError("PERMISSION_DENIED", 403));
    }

    @Test
    void reasonPhraseOfHttpIsNoType() {
        assertThat(GoogleErrors.read(new ClientException(403, "Forbidden", "no")))
                .isEqualTo(new ProviderError(null, 403));
        assertThat(GoogleErrors.read(new ClientException(429, "Too Many Requests", "no")))
                .isEqualTo(new ProviderError(null, 429));
    }

    @Test
    void failureThatIsNotTheApisIsUnknown() {
        assertThat(GoogleErrors.read(new IllegalStateException("PERMISSION_DENIED")))
                .isEqualTo(ProviderError.UNKNOWN);
    }
}
