package dev.sentryai.telemetry.rules.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of our data files: lines under {@code [section]} headings; blank lines and lines that start with {@code #} are comments.
 *
 * @param sections the lines of each section, in the order of the file
 */
public record SectionFile(Map<String, List<String>> sections) {

    public SectionFile {
        sections = Collections.unmodifiableMap(sections);
    }

    public static SectionFile read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Resource " + resource + " is missing beside " + beside);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Resource " + resource + " can not be read", e);
        }
    }

    public static SectionFile parse(String text) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        int end;
        for (int start = 0;
                start < text.length();
                start = end + 1) { // a stream of lines would be what loading takes its time for
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).strip();
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                if (sections.put(line.substring(1, line.length() - 1), current) != null) {
                    throw new IllegalArgumentException("Section " + line + " stands twice");
                }
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                current.add(line);
            }
        }
        return new SectionFile(sections);
    }

    public List<String> lines(String section) {
        return sections.getOrDefault(section, List.of());
    }

    /** Reads lines of the form {@code name = value}. */
    public static Map<String, String> pairs(List<String> lines) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("Expected name = value but found \"" + line + '"');
            }
            pairs.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return pairs;
    }
}
