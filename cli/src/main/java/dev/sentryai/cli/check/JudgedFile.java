package dev.sentryai.cli.check;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import dev.sentryai.telemetry.rules.Judgement;
import dev.sentryai.telemetry.rules.Rules;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A file and what the rules say about it by itself.
 *
 * @param file its name
 * @param bytes how large its envelope is; zero if it holds none
 * @param judgement null if it could not be read at all
 * @param isEnvelope whether it holds an envelope, even if one with a broken item
 * @param complaint why it could not be read; null if it could
 */
record JudgedFile(
        String file,
        int bytes,
        @Nullable Judgement judgement,
        boolean isEnvelope,
        @Nullable String complaint) {

    /** Judges an envelope. */
    static JudgedFile of(CapturedEnvelope captured, Rules rules) {
        return new JudgedFile(captured.file(), captured.envelope().length(), rules.judge(captured), true, null);
    }

    /** A file that was read, and has yet to be judged. */
    interface Source {

        /** How large the envelope is. */
        int bytes();

        JudgedFile judge(Rules rules);

        /** Reads the file; whatever comes of it is said by the judgement. */
        static Source read(InputFile file) {
            try {
                return new Read(file.read());
            } catch (MalformedEnvelopeException e) {
                return new Malformed(file.name(), e);
            } catch (UncheckedIOException e) {
                return new Unreadable(file.name(), String.valueOf(e.getMessage()));
            }
        }
    }

    private record Read(CapturedEnvelope captured) implements Source {

        @Override
        public int bytes() {
            return captured.envelope().length();
        }

        @Override
        public JudgedFile judge(Rules rules) {
            return JudgedFile.of(captured, rules);
        }
    }

    private record Malformed(String file, MalformedEnvelopeException failure) implements Source {

        @Override
        public int bytes() {
            return 0;
        }

        @Override
        public JudgedFile judge(Rules rules) {
            boolean isEnvelope = failure.item().isPresent();
            return new JudgedFile(file, 0, Judgement.unreadable(file, failure), isEnvelope, null);
        }
    }

    private record Unreadable(String file, String complaint) implements Source {

        @Override
        public int bytes() {
            return 0;
        }

        @Override
        public JudgedFile judge(Rules rules) {
            return new JudgedFile(file, 0, null, false, complaint);
        }
    }
}
