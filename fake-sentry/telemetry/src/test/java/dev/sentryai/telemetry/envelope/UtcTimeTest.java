package dev.sentryai.telemetry.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {

    @Test
    void everyMonthOfManyYearsIsReadAsTheJdkReadsIt() {
        for (int year : new int[] {0, 1, 1600, 1900, 1970, 1999, 2000, 2024, 2026, 2100, 9999}) {
            for (int month = 1; month <= 12; month++) {
                for (int day : new int[] {1, 28}) {
                    String text = String.format("%04d-%02d-%02dT23:59:58.5Z", year, month, day);

                    assertThat(UtcTime.parse(text))
                            .as(text)
                            .isEqualTo(OffsetDateTime.parse(text).toInstant());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".1", ".123", ".123456789", ".000000001"})
    void decimalsAreKept(String decimals) {
        String text = "2026-11-20T15:17:52" + decimals + "Z";

        assertThat(UtcTime.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-20T15:17:52",
                "2026-11-20T15:17:52+01:00",
                "2026-11-20 15:17:52Z",
                "2026-11-31T15:17:52Z",
                "2026-00-20T15:17:52Z",
                "2026-13-20T15:17:52Z",
                "2026-11-00T15:17:52Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T15:60:00Z",
                "2026-11-20T15:17:60Z",
                "2026-11-20T15:17:52.Z",
                "2026-11-20T15:17:52.1234567890Z",
                "2026-11-20T15:17:52.12x4Z",
                "2026-11-20T15:17:52,5Z",
                "2026-11-20T15:17:5xZ"
            })
    void theRestIsLeftToTheJdk(String text) {
        assertThat(UtcTime.parse(text)).isNull();
    }
}
