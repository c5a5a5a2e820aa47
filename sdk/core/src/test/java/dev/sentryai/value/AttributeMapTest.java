package dev.sentryai.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeMapTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 48, 49, 400})
    void itIsLikeALinkedHashMap(int keys) {
        Random random = new Random(keys);
        Map<String, Object> expected = new LinkedHashMap<>();
        Map<String, Object> map = new AttributeMap(2);
        for (int i = 0; i < 20 * keys; i++) {
            String key = "key" + random.nextInt(keys);
            switch (random.nextInt(5)) {
                case 0 -> assertThat(map.remove(key)).isEqualTo(expected.remove(key));
                case 1 -> assertThat(map.putIfAbsent(key, i)).isEqualTo(expected.putIfAbsent(key, i));
                default -> assertThat(map.put(key, i)).isEqualTo(expected.put(key, i));
            }
            assertThat(map.get(key)).isEqualTo(expected.get(key));
            assertThat(map.containsKey(key)).isEqualTo(expected.containsKey(key));
        }

        assertThat(map).isEqualTo(expected);
        assertThat(map.entrySet()).containsExactlyElementsOf(expected.entrySet());
        Map<String, Object> visited = new LinkedHashMap<>();
        map.forEach(visited::put);
        assertThat(visited.entrySet()).containsExactlyElementsOf(expected.entrySet());
    }

    @Test
    void itsViewsRemove() {
        Map<String, Object> map = new AttributeMap(1);
        for (int i = 0; i < 100; i++) {
            map.put("key" + i, i);
        }

        map.keySet().removeIf(key -> !key.endsWith("7"));
        map.values().remove(17);

        assertThat(map.keySet())
                .containsExactly("key7", "key27", "key37", "key47", "key57", "key67", "key77", "key87", "key97");
        map.clear();
        assertThat(map).isEmpty();
    }

    @Test
    void nothingIsNull() {
        Map<String, Object> map = new AttributeMap(1);

        assertThatNullPointerException().isThrownBy(() -> map.put("key", nothing()));
        assertThat(map.get(null)).isNull();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T nothing() {
        return null;
    }
}
