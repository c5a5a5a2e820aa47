package dev.sentryai.cli.input;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read from files.
 *
 * @param envelopes of the files that hold one, in the order of the files
 * @param malformed files that hold something else
 * @param unreadable files that couldn't be opened or read, one message each
 */
public record Captures(List<CapturedEnvelope> envelopes, List<Malformed> malformed, List<String> unreadable) {

    /**
     * A file that holds no envelope, or a broken one.
     *
     * @param file its name
     * @param failure what is wrong, and where
     */
    public record Malformed(String file, MalformedEnvelopeException failure) {

        /** File, place and reason in one line. */
        public String describe() {
            return file + ": " + failure.getMessage();
        }
    }

    /** Copies the lists. */
    public Captures {
        envelopes = List.copyOf(envelopes);
        malformed = List.copyOf(malformed);
        unreadable = List.copyOf(unreadable);
    }

    /** Reads all files; one that can't be read doesn't stop the others. */
    public static Captures read(List<InputFile> files) {
        List<CapturedEnvelope> envelopes = new ArrayList<>();
        List<Malformed> malformed = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (InputFile file : files) {
            try {
                envelopes.add(file.read());
            } catch (MalformedEnvelopeException e) {
                malformed.add(new Malformed(file.name(), e));
            } catch (UncheckedIOException e) {
                unreadable.add(String.valueOf(e.getMessage()));
            }
        }
        return new Captures(envelopes, malformed, unreadable);
    }

    /** One line for each file that gave no envelope. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>(unreadable);
        malformed.forEach(file -> complaints.add(file.describe()));
        return complaints;
    }
}
