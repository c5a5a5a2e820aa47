package dev.sentryai.fakesentry.http;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps the web server's start-up and shut-down messages out of a test's output. Holds only for {@code java.util.logging},
 * where they would go to standard error without anybody asking, and never overrides a level that was set.
 */
final class QuietLogging {

    // The log manager keeps loggers weakly: without these references the levels would be forgotten.
    private static final List<Logger> LOGGERS = Stream.of("io.undertow", "org.xnio", "org.jboss.threads")
            .map(Logger::getLogger)
            .toList();

    private QuietLogging() {}

    static void apply() {
        LOGGERS.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
