package dev.sentryai.protocol;

import dev.sentryai.protocol.DataFile.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names that one version of the conventions gives to spans, such as {@code chat gpt-4o}. Immutable and thread-safe; loaded when
 * first asked for.
 */
public final class SpanNames {

    private static final PerVersion<SpanNames> NAMES = new PerVersion<>(SpanNames::new);

    /** By op, the templates in the order in which they are tried; the last one has no placeholders. */
    private final Map<String, List<String>> templates = new HashMap<>();

    private SpanNames(ConventionsVersion version) {
        for (Row row : DataFile.rows("span-names", version)) {
            templates.put(row.text(0), row.columns().subList(1, row.columns().size()));
        }
    }

    /** Returns the names of that version. */
    public static SpanNames of(ConventionsVersion version) {
        return NAMES.get(version);
    }

    /**
     * Returns the name of a span, or the op itself if the conventions have no template for it.
     *
     * @param op the span's op
     * @param attributes gives the span's value of an attribute, or null when absent; values without text count as absent
     */
    public String nameFor(String op, Function<String, ? extends @Nullable Object> attributes) {
        return find(op, attributes).orElse(op);
    }

    /** Returns the name of a span as {@link #nameFor} does, but empty if the conventions have no template for its op. */
    public Optional<String> find(String op, Function<String, ? extends @Nullable Object> attributes) {
        for (String template : templates.getOrDefault(op, List.of())) {
            String name = fill(template, attributes);
            if (name != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Returns the template with its placeholders replaced, or null if one of them has no value. */
    private static @Nullable String fill(String template, Function<String, ? extends @Nullable Object> attributes) {
        StringBuilder name = new StringBuilder();
        int written = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', written)) {
            int close = template.indexOf('}', open);
            Object value = attributes.apply(template.substring(open + 1, close));
            if (value == null || value.toString().isBlank()) {
                return null;
            }
            name.append(template, written, open).append(value);
            written = close + 1;
        }
        return name.append(template, written, template.length()).toString();
    }
}
