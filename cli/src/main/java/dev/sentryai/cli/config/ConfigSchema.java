package dev.sentryai.cli.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The JSON Schemas of files that users write. */
public enum ConfigSchema {
    /** Of {@code sentry-ai.yml}. */
    SETTINGS("sentry-ai.schema.json"),
    /** Of files with expectations. */
    EXPECT("expect.schema.json");

    private final String resource;

    ConfigSchema(String resource) {
        this.resource = resource;
    }

    /**
     * The schema.
     *
     * @return JSON on several lines
     */
    public String text() {
        try (InputStream in = ConfigSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside " + ConfigSchema.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name as it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
