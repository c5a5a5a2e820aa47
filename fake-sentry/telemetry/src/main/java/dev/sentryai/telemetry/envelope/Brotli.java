package dev.sentryai.telemetry.envelope;

import java.io.IOException;
import java.io.InputStream;
import org.brotli.dec.BrotliInputStream;

/** Brotli's decoder, which is loaded only with this class: its class files are too old for the virtual machine to keep at hand. */
final class Brotli {

    private Brotli() {}

    static InputStream open(InputStream in) throws IOException {
        return new BrotliInputStream(in);
    }
}
