package dev.sentryai.google;

import com.google.genai.Client;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Properties;

/** The release of Google's library that the tests run with. */
final class Library {

    private static final String POM = "/META-INF/maven/com.google.genai/google-genai/pom.properties";

    private Library() {}

    static boolean isOlderThan(String version) {
        Properties pom = new Properties();
        try (InputStream properties = Client.class.getResourceAsStream(POM)) {
            pom.load(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Version.parse(pom.getProperty("version")).compareTo(Version.parse(version)) < 0;
    }
}
