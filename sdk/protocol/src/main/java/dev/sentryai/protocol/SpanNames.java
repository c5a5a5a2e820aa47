package dev.sentryai.protocol;

import dev.sentryai.protocol.DataFile.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names that one version of the conventions gives to spans, such as {@code chat gpt-4o}. Immutable and thread-safe; loaded when
 * first asked for.
 */
public final class SpanNames {

    private static final PerVersion<SpanNames> NAMES = new PerVersion<>(SpanNames::new);

    /** By op, the templates in the order in which they are tried; the last one has no placeholders. */
    private final Map<String, List<Template>> templates = new HashMap<>();

    private final Set<String> fallbacks = new HashSet<>();

    private SpanNames(ConventionsVersion version) {
        for (Row row : DataFile.rows("span-names", version)) {
            List<String> columns = row.columns();
            templates.put(
                    row.text(0),
                    columns.subList(1, columns.size()).stream()
                            .map(Template::parse)
                            .toList());
            fallbacks.add(columns.get(columns.size() - 1));
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
        for (Template template : templates.getOrDefault(op, List.of())) {
            String name = template.fill(attributes);
            if (name != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Tells whether that is the name that {@link #find} gives to a span, and true if it gives none. Makes no text. */
    public boolean fits(String name, String op, Function<String, ? extends @Nullable Object> attributes) {
        for (Template template : templates.getOrDefault(op, List.of())) {
            Match match = template.match(name, attributes);
            if (match != Match.INCOMPLETE) {
                return match == Match.SAME;
            }
        }
        return true;
    }

    /** Tells whether that is what a span is named when all that names are made of is missing. */
    public boolean isFallback(String name) {
        return fallbacks.contains(name);
    }

    private enum Match {
        SAME,
        OTHER,
        INCOMPLETE
    }

    /**
     * A template, taken apart.
     *
     * @param literals the texts around the placeholders: one more than there are placeholders
     * @param keys the attributes that the placeholders stand for
     */
    private record Template(List<String> literals, List<String> keys) {

        static Template parse(String text) {
            List<String> literals = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            int start = 0;
            for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', start)) {
                int close = text.indexOf('}', open);
                literals.add(text.substring(start, open));
                keys.add(text.substring(open + 1, close));
                start = close + 1;
            }
            literals.add(text.substring(start));
            return new Template(List.copyOf(literals), List.copyOf(keys));
        }

        /** Returns the template with its placeholders replaced, or null if one of them has no value. */
        @Nullable
        String fill(Function<String, ? extends @Nullable Object> attributes) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < keys.size(); i++) {
                String value = text(attributes.apply(keys.get(i)));
                if (value == null) {
                    return null;
                }
                name.append(literals.get(i)).append(value);
            }
            return name.append(literals.get(keys.size())).toString();
        }

        Match match(String name, Function<String, ? extends @Nullable Object> attributes) {
            int position = 0;
            boolean same = true;
            for (int i = 0; i < keys.size(); i++) {
                String value = text(attributes.apply(keys.get(i)));
                if (value == null) {
                    return Match.INCOMPLETE;
                }
                String literal = literals.get(i);
                same = same
                        && name.startsWith(literal, position)
                        && name.startsWith(value, position + literal.length());
                position += literal.length() + value.length();
            }
            String rest = literals.get(keys.size());
            boolean ends = name.length() == position + rest.length() && name.endsWith(rest);
            return same && ends ? Match.SAME : Match.OTHER;
        }

        private static @Nullable String text(@Nullable Object value) {
            String text = value == null ? "" : value.toString();
            return text.isBlank() ? null : text;
        }
    }
}
