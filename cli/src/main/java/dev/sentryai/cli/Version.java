package dev.sentryai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, from a file that the build fills in. */
final class Version implements IVersionProvider {

    private static final class Build {
        static final String VERSION = read();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"sentry-ai " + number()};
    }

    static String number() {
        return Build.VERSION;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
