package dev.sentryai.protocol.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ModelNameTest {

    /** As Sentry has it; there, a dot is anything but a line feed. */
    private static final Pattern DATE_AND_VERSION = Pattern.compile(
            "(?d)(?:[-_@](?:\\d{4}[-/.]\\d{2}[-/.]\\d{2}|\\d{8}))?(?:[-_]v\\d+[:.]?\\d*(?:[-:].*)?)?\\z");

    private static final String[] PIECES = {
        "gpt",
        "-",
        "_",
        "@",
        "v",
        "v1",
        "2024-08-06",
        "2024/08.06",
        "20240806",
        "2024",
        "12",
        "0",
        ":",
        ".",
        "/",
        "a",
        "é",
        "\n"
    };

    @Test
    void normalizeTakesOffWhatSentrysPatternMatches() {
        Random random = new Random(17);
        for (int i = 0; i < 100_000; i++) {
            String name = name(random);
            String rest = DATE_AND_VERSION.matcher(name).replaceFirst("");

            assertThat(ModelName.normalize(name)).as(name).isEqualTo(rest.isEmpty() ? name : rest);
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            name.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return name.toString();
    }
}
