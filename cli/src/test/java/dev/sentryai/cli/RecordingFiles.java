package dev.sentryai.cli;

import dev.sentryai.fixtures.Recording;
import dev.sentryai.fixtures.Recordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The recorded envelopes as files, in one directory for each SDK. */
final class RecordingFiles {

    private RecordingFiles() {}

    static void copyTo(Path directory) {
        try {
            for (Recording recording : Recordings.all()) {
                Path file = directory.resolve(recording.name());
                Files.createDirectories(file.getParent());
                Files.write(file, recording.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
