package dev.sentryai.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @Test
    void dsnNamesEndpointAndKey() {
        Target plain = Target.parse("https://abc@o1.ingest.sentry.test/42");
        Target full = Target.parse("http://abc:secret@127.0.0.1:8969/some/path/7");

        assertThat(plain.endpoint()).hasToString("https://o1.ingest.sentry.test/api/42/envelope/");
        assertThat(plain.publicKey()).isEqualTo("abc");
        assertThat(full.endpoint()).hasToString("http://127.0.0.1:8969/some/path/api/7/envelope/");
        assertThat(full.publicKey()).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "http://host/1", "ftp://key@host/1", "http://key@host/", "http://key@host", "http:// "
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String dsn) {
        assertThatThrownBy(() -> Target.parse(dsn)).hasMessage("a DSN looks like https://<key>@<host>/<project>");
    }
}
