package dev.sentryai.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file that knows where it stands. Nothing of YAML is ever turned into objects, so that a file can ask for none.
 */
final class YamlValue {

    private static final int MOST_CHARACTERS = 1 << 20;

    private final String file;
    private final Node node;

    private YamlValue(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * Reads a file with one document.
     *
     * @return empty if it holds nothing but comments
     * @throws ConfigException when it can't be read, or is no YAML
     */
    static Optional<YamlValue> read(Path file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        try {
            return new Compose(settings)
                    .composeString(Files.readString(file))
                    .filter(node -> !node.getTag().equals(Tag.NULL))
                    .map(node -> new YamlValue(file.toString(), node));
        } catch (MarkedYamlEngineException e) {
            throw new ConfigException(
                    place(file.toString(), e.getProblemMark()) + ": " + oneLine(String.valueOf(e.getProblem())), e);
        } catch (YamlEngineException e) {
            throw new ConfigException(file + ": " + oneLine(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new ConfigException("Cannot read " + file + ": " + e, e);
        }
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** The members of a mapping by their keys. */
    Map<String, YamlValue> members() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("expected a mapping");
        }
        Map<String, YamlValue> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue key = new YamlValue(file, tuple.getKeyNode());
            if (members.put(key.text(), new YamlValue(file, tuple.getValueNode())) != null) {
                throw key.error("key " + key.text() + " stands twice");
            }
        }
        return members;
    }

    /** The members of a mapping that may have only certain keys. */
    Map<String, YamlValue> members(Collection<String> allowed) {
        Map<String, YamlValue> members = members();
        ((MappingNode) node)
                .getValue()
                .forEach(tuple -> new YamlValue(file, tuple.getKeyNode()).mustBeOneOf(allowed, "key"));
        return members;
    }

    /** Refuses what isn't known, with the one that was probably meant. */
    void mustBeOneOf(Collection<String> known, String what) {
        if (!known.contains(text())) {
            throw error("unknown " + what + " " + text() + DidYouMean.hint(text(), known));
        }
    }

    List<YamlValue> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("expected a list");
        }
        return sequence.getValue().stream()
                .map(item -> new YamlValue(file, item))
                .toList();
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw error("expected a single value");
        }
        if (scalar.getValue().isBlank()) {
            throw error("expected a value but found nothing");
        }
        return scalar.getValue();
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    double decimal() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException e) {
            throw error("expected a number but found " + text());
        }
    }

    long integer() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            throw error("expected a whole number but found " + text());
        }
    }

    /** What a text stands for; what the function throws becomes an error at this place. */
    <T> T map(Function<String, T> function) {
        try {
            return function.apply(text());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw error(String.valueOf(e.getMessage()));
        }
    }

    /** A constant of an enumeration by its name in lower case. */
    <E extends Enum<E>> E constant(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text())) {
                return constant;
            }
        }
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        throw error("expected one of " + String.join(", ", known) + " but found " + text()
                + DidYouMean.hint(text(), known));
    }

    /** File, line and column. */
    String place() {
        return place(file, node.getStartMark());
    }

    ConfigException error(String problem) {
        return new ConfigException(place() + ": " + problem);
    }

    private static String place(String file, Optional<Mark> mark) {
        return mark.map(at -> file + ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
                .orElse(file);
    }
}
