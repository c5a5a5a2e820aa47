package dev.sentryai.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void scalarsAreWrittenPlainly() {
        assertThat(Json.write(null)).isEqualTo("null");
        assertThat(Json.write(true)).isEqualTo("true");
        assertThat(Json.write('x')).isEqualTo("\"x\"");
        assertThat(Json.write(new StringBuilder("text"))).isEqualTo("\"text\"");
    }

    @Test
    void numbersOfEveryKindAreWritten() {
        List<Number> numbers = List.of(
                (byte) 1,
                (short) 2,
                3,
                4L,
                5.5f,
                -0.25,
                1e300,
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("1.50"),
                new AtomicLong(7));

        assertThat(Json.write(numbers)).isEqualTo("[1,2,3,4,5.5,-0.25,1.0E300,123456789012345678901234567890,1.50,7]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersThatAreNotFiniteAreRefusedWithTheirPlace(double number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(Map.of("a/b", List.of(1, number))))
                .withMessage("At \"/a~1b/1\": numbers must be finite but one was " + number);
        assertThatIllegalArgumentException().isThrownBy(() -> Json.write((float) number));
    }

    @Test
    void stringsAreEscaped() {
        assertThat(Json.write("a\"b\\c/\b\f\n\r\t\0\u001f\u007f"))
                .isEqualTo("\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\"");
    }

    @Test
    void textBeyondAsciiIsWrittenAsItIs() {
        assertThat(Json.write("é中\u2028\uD83D\uDE00")).isEqualTo("\"é中\u2028\uD83D\uDE00\"");
    }

    @Test
    void loneSurrogatesAreReplaced() {
        assertThat(Json.write("a\uD83Db\uDE00\uD83D")).isEqualTo("\"a\uFFFDb\uFFFD\uFFFD\"");
        assertThat(Json.write("\uD83D\uD83D\uDE00")).isEqualTo("\"\uFFFD\uD83D\uDE00\"");
    }

    @Test
    void objectsAndArraysKeepTheirOrder() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", null);
        inner.put("a", new int[] {1, 2});
        inner.put("e", Map.of());

        assertThat(Json.write(List.of(inner, List.of(), new Object[0], new String[] {"s"})))
                .isEqualTo("[{\"z\":null,\"a\":[1,2],\"e\":{}},[],[],[\"s\"]]");
    }

    @Test
    void checkedTextIsEmbedded() {
        Object json = JsonText.orString("{\"city\": \"Paris\"}");
        Object noJson = JsonText.orString("Paris");

        assertThat(Json.write(List.of(json, noJson))).isEqualTo("[{\"city\": \"Paris\"},\"Paris\"]");
    }

    @Test
    void valuesAreWrittenAsTheirMembers() {
        JsonValue value = () -> Map.of("answer", 42);

        assertThat(Json.write(List.of(value))).isEqualTo("[{\"answer\":42}]");
    }

    @Test
    void otherTypesAreRefusedWithTheirPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(List.of(Map.of("when", Thread.State.NEW))))
                .withMessage("At \"/0/when\": no JSON for a java.lang.Thread$State");
    }

    @Test
    void numbersOfUnknownClassesMustLookLikeNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(new Odd()))
                .withMessage("At \"\": no JSON number in a " + Odd.class.getName());
    }

    @Test
    void keysThatAreNotStringsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(List.of(Map.of(1, "one"))))
                .withMessage("At \"/0/*\": keys must be strings but one was 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Json.write(Collections.singletonMap(null, 1)));
    }

    @Test
    void whatContainsItselfIsRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(list))
                .withMessage("At \"" + "/0".repeat(16)
                        + "/…\": arrays and objects nest deeper than 256; does one contain itself?");
    }

    @Test
    void nestingIsAllowedUpToTheLimit() {
        assertThat(Json.write(nested(Json.MAX_DEPTH))).isEqualTo("[".repeat(256) + "]".repeat(256));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.write(nested(Json.MAX_DEPTH + 1)));
    }

    private static Object nested(int depth) {
        List<?> list = List.of();
        for (int i = 1; i < depth; i++) {
            list = List.of(list);
        }
        return list;
    }

    private static final class Odd extends Number {
        private static final long serialVersionUID = 1;

        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0;
        }

        @Override
        public double doubleValue() {
            return 0;
        }
    }
}
