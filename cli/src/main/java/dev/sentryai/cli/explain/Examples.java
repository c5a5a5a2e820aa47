package dev.sentryai.cli.explain;

import dev.sentryai.telemetry.rules.subject.SectionFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examples of what rules find. */
final class Examples {

    /** Stands for a line feed in our data file. */
    private static final String LINE_FEED = " ⏎ ";

    private static final Map<String, List<String>> SECTIONS =
            SectionFile.read(Examples.class, "examples.txt").sections();

    /**
     * What a rule finds something in, and what it doesn't.
     *
     * @param bad lines of an envelope, or one span
     * @param good the same without the fault
     */
    record Example(List<String> bad, List<String> good) {}

    private Examples() {}

    static Optional<Example> of(String rule) {
        return Optional.ofNullable(SECTIONS.get(rule))
                .map(SectionFile::pairs)
                .map(pairs -> new Example(lines(pairs, "bad"), lines(pairs, "good")));
    }

    private static List<String> lines(Map<String, String> pairs, String name) {
        return List.of(pairs.getOrDefault(name, "").split(LINE_FEED));
    }
}
