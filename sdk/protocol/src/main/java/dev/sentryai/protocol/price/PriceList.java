package dev.sentryai.protocol.price;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The prices of one source. */
final class PriceList {

    private record GlobPrice(ModelGlob glob, ModelPrice price) {}

    private final PriceSource source;
    private final Map<String, ModelPrice> byName = new HashMap<>();
    private final List<GlobPrice> globs = new ArrayList<>();
    private final int longestName;

    /** @param prices where names are the same without date and version, the first counts for others like them */
    PriceList(PriceSource source, Map<String, ModelPrice> prices) {
        this.source = source;
        prices.forEach(this::add);
        prices.forEach(this::addNormalized);
        int longest = 0;
        for (String name : byName.keySet()) {
            longest = Math.max(longest, name.length());
        }
        longestName = longest;
        globs.sort(Comparator.comparingInt((GlobPrice priced) -> priced.glob().length())
                .reversed());
    }

    private void add(String name, ModelPrice price) {
        if (ModelGlob.isGlob(name)) {
            globs.add(new GlobPrice(ModelGlob.parse(name), price));
        } else {
            byName.put(name, price);
        }
    }

    private void addNormalized(String name, ModelPrice price) {
        if (!ModelGlob.isGlob(name)) {
            byName.putIfAbsent(ModelName.normalize(name), price);
        }
    }

    PriceSource source() {
        return source;
    }

    Optional<ModelPrice> find(String model) {
        String normalized = ModelName.normalize(model);
        return findExact(model)
                .or(() -> findExact(normalized))
                .or(() -> findEnd(model))
                .or(() -> findEnd(normalized))
                .or(() -> findGlob(normalized));
    }

    private Optional<ModelPrice> findExact(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private Optional<ModelPrice> findEnd(String name) {
        return IntStream.range(Math.max(1, name.length() - longestName), name.length())
                .mapToObj(name::substring)
                .flatMap(end -> findExact(end).stream())
                .findFirst();
    }

    private Optional<ModelPrice> findGlob(String name) {
        return globs.stream()
                .filter(priced -> priced.glob().matches(name))
                .findFirst()
                .map(GlobPrice::price);
    }
}
