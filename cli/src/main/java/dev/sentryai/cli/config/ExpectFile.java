package dev.sentryai.cli.config;

import dev.sentryai.cli.policy.Expectation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what a project expects to find. */
public final class ExpectFile {

    private static final Map<String, Expectation.Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("operations", Expectation.Kind.OPERATION);
        KINDS.put("models", Expectation.Kind.MODEL);
        KINDS.put("agents", Expectation.Kind.AGENT);
        KINDS.put("tools", Expectation.Kind.TOOL);
        KINDS.put("attributes", Expectation.Kind.ATTRIBUTE);
    }

    private ExpectFile() {}

    /**
     * Reads a file.
     *
     * @param file in YAML
     * @return what it says, in its order
     * @throws ConfigException when it can't be read, makes no sense or expects nothing
     */
    public static List<Expectation> read(Path file) {
        YamlValue value =
                YamlValue.read(file).orElseThrow(() -> new ConfigException(file + ": expected something to expect"));
        List<Expectation> expectations = new ArrayList<>();
        value.members(KINDS.keySet())
                .forEach((kind, names) -> names.members().forEach((name, bounds) -> {
                    Expectation.Kind what = Objects.requireNonNull(KINDS.get(kind));
                    expectations.add(expectation(what, name, bounds));
                }));
        return expectations;
    }

    private static Expectation expectation(Expectation.Kind kind, String name, YamlValue bounds) {
        if (bounds.isText()) {
            long exactly = bounds.map(ExpectFile::number);
            return new Expectation(kind, name, exactly, exactly);
        }
        Map<String, YamlValue> members = bounds.members(List.of("at-least", "at-most"));
        YamlValue least = members.get("at-least");
        YamlValue most = members.get("at-most");
        try {
            return new Expectation(
                    kind,
                    name,
                    least == null ? 0 : least.map(ExpectFile::number),
                    most == null ? null : most.map(ExpectFile::number));
        } catch (IllegalArgumentException e) {
            throw bounds.error(String.valueOf(e.getMessage()));
        }
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("expected a whole number but found " + text);
        }
        return Long.parseLong(text);
    }
}
