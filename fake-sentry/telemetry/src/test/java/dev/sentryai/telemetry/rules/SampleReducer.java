package dev.sentryai.telemetry.rules;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import dev.sentryai.telemetry.json.JsonReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an example of two samples: leaves out of both, member by member, what does not matter, and makes the clean one as like the
 * violating one as it can be without a finding.
 */
final class SampleReducer {

    private static final Pattern EXPONENT = Pattern.compile("\\b\\d\\.\\d+E\\d\\b");

    /** What says what a span is: an example that differs in it tells little. */
    private static final Set<Object> TELLING = Set.of("op", "sentry.op", "gen_ai.operation.name", "status");

    private final Rules rules;
    private final String message;
    private final List<@Nullable Object> bad;
    private final List<@Nullable Object> good;

    SampleReducer(RuleSamples.Sample violating, RuleSamples.Sample clean) {
        this.rules = violating.rules().only(violating.rule());
        this.message = Objects.requireNonNull(violating.message());
        this.bad = lines(violating.envelope().bytes());
        this.good = lines(clean.envelope().bytes());
    }

    private static List<@Nullable Object> lines(byte[] envelope) {
        return new ArrayList<>(Arrays.stream(new String(envelope, StandardCharsets.UTF_8).split("\n"))
                .map(line -> mutable(JsonReader.read(line)))
                .toList());
    }

    private static @Nullable Object mutable(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, member) -> copy.put((String) key, mutable(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(mutable(element)));
            return copy;
        }
        return value;
    }

    /**
     * What came of it.
     *
     * @param difference grows with the number of values in which the two differ, most with those that only the violating one has
     */
    record Pair(String bad, String good, int difference) {}

    /** Returns the violating and the clean example, or nothing if the samples have too little in common. */
    Optional<Pair> reduce() {
        if (bad.size() != good.size()
                || !isBad()
                || !isGood()
                || !itemTypes(bad).equals(itemTypes(good))) {
            return Optional.empty();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int line = 0; line < bad.size(); line++) {
                changed |= reduce(Objects.requireNonNull(bad.get(line)), Objects.requireNonNull(good.get(line)));
            }
        }
        return Optional.of(new Pair(text(bad), text(good), difference(bad, good)));
    }

    private static List<@Nullable Object> itemTypes(List<@Nullable Object> lines) {
        List<@Nullable Object> types = new ArrayList<>();
        for (int i = 1; i < lines.size(); i += 2) {
            types.add(lines.get(i) instanceof Map<?, ?> header ? header.get("type") : null);
        }
        return types;
    }

    private static int difference(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null || !isContainer(one) || one.getClass() != other.getClass()) {
            return Objects.equals(one, other) ? 0 : 2;
        }
        int difference = 0;
        for (Object key : keys(one)) {
            int weight = TELLING.contains(key) ? 10 : 1;
            difference += weight * (has(other, key) ? difference(get(one, key), get(other, key)) : 4);
        }
        for (Object key : keys(other)) {
            difference += has(one, key) ? 0 : isContainer(Objects.requireNonNullElse(get(other, key), "")) ? 3 : 1;
        }
        return difference;
    }

    /** Looks at everything in two lists or objects of the same place; returns whether anything became smaller or more alike. */
    private boolean reduce(Object inBad, Object inGood) {
        boolean changed = false;
        List<Object> keys = keys(inBad);
        Collections.reverse(keys); // so that an element that is removed does not move those that come
        for (Object key : keys) {
            changed |= reduce(inBad, inGood, key);
        }
        List<Object> more = keys(inGood);
        Collections.reverse(more);
        for (Object key : more) {
            changed |= !has(inBad, key) && tryRemove(List.of(inGood), key);
        }
        return changed;
    }

    private boolean reduce(Object inBad, Object inGood, Object key) {
        if (!has(inBad, key)) {
            return false; // went with another one
        }
        boolean inPlace = inBad instanceof Map || sizes(inBad) == sizes(inGood);
        if (inPlace && isRemovable(key) && tryRemove(List.of(inBad, inGood), key)) {
            return true;
        }
        Object one = get(inBad, key);
        Object other = get(inGood, key);
        if (one != null && other != null && isContainer(one) && one.getClass() == other.getClass()) {
            return reduce(one, other);
        }
        if (!has(inGood, key) && tryRemove(List.of(inBad), key)) {
            return true;
        }
        return !Objects.equals(one, other) && inGood instanceof Map && tryPut(inGood, key, one);
    }

    private boolean tryRemove(List<Object> places, Object key) {
        List<@Nullable Object> before = places.stream().map(SampleReducer::copy).toList();
        places.forEach(place -> remove(place, key));
        return keep(places, before);
    }

    private static void remove(Object place, Object key) {
        if (place instanceof Map<?, ?> map) {
            map.remove(key);
        } else {
            ((List<?>) place).remove((int) key);
        }
    }

    /** Lines of the envelope stay, and what makes an item be read. */
    private boolean isRemovable(Object key) {
        return !key.equals("type") && !key.equals("content_type");
    }

    private static int sizes(Object list) {
        return list instanceof List<?> elements ? elements.size() : -1;
    }

    private boolean tryPut(Object place, Object key, @Nullable Object value) {
        Object before = copy(place);
        put(place, key, mutable(value));
        return keep(List.of(place), List.of(Objects.requireNonNull(before)));
    }

    private boolean keep(List<Object> places, List<? extends @Nullable Object> before) {
        if (isBad() && isGood()) {
            return true;
        }
        for (int i = 0; i < places.size(); i++) {
            restore(places.get(i), Objects.requireNonNull(before.get(i)));
        }
        return false;
    }

    /** Shallow, because what is inside changes only by itself. */
    private static Object copy(Object place) {
        return place instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : new ArrayList<>((List<?>) place);
    }

    @SuppressWarnings("unchecked")
    private static void restore(Object place, Object before) {
        if (place instanceof Map) {
            ((Map<Object, Object>) place).clear();
            ((Map<Object, Object>) place).putAll((Map<Object, Object>) before);
        } else {
            ((List<Object>) place).clear();
            ((List<Object>) place).addAll((List<Object>) before);
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Object place, Object key, @Nullable Object value) {
        ((Map<Object, @Nullable Object>) place).put(key, value);
    }

    private static boolean isContainer(Object value) {
        return value instanceof Map || value instanceof List;
    }

    private static List<Object> keys(Object place) {
        if (place instanceof Map<?, ?> map) {
            return new ArrayList<>(map.keySet());
        }
        List<Object> indexes = new ArrayList<>();
        for (int i = 0; i < ((List<?>) place).size(); i++) {
            indexes.add(i);
        }
        return indexes;
    }

    private static boolean has(Object place, Object key) {
        return place instanceof Map<?, ?> map ? map.containsKey(key) : (Integer) key < ((List<?>) place).size();
    }

    private static @Nullable Object get(Object place, Object key) {
        if (place instanceof Map<?, ?> map) {
            return map.get(key);
        }
        List<?> list = (List<?>) place;
        return (Integer) key < list.size() ? list.get((Integer) key) : null;
    }

    private boolean isBad() {
        return messages(bad).equals(List.of(message));
    }

    private boolean isGood() {
        return messages(good).isEmpty();
    }

    private List<String> messages(List<@Nullable Object> lines) {
        try {
            byte[] bytes = text(lines).getBytes(StandardCharsets.UTF_8);
            Telemetry telemetry = Telemetry.of(List.of(new CapturedEnvelope("example", EnvelopeReader.parse(bytes))));
            return telemetry.problems().isEmpty()
                    ? rules.check(telemetry).stream().map(Finding::message).toList()
                    : List.of("unreadable");
        } catch (MalformedEnvelopeException e) {
            return List.of("unreadable");
        }
    }

    private static String text(List<@Nullable Object> lines) {
        String text = String.join("\n", lines.stream().map(Json::write).toList());
        return EXPONENT.matcher(text).replaceAll(number -> new BigDecimal(number.group()).toPlainString());
    }
}
