package dev.sentryai.http.jdk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes on and sees failures. The end is seen where the bytes come from. */
final class FollowedInputStream extends FilterInputStream {

    private final Lifeline lifeline;

    FollowedInputStream(InputStream original, Lifeline lifeline) {
        super(original);
        this.lifeline = lifeline;
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (Throwable failure) {
            lifeline.fail(failure);
            throw failure;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (Throwable failure) {
            lifeline.fail(failure);
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        lifeline.abandon();
        super.close();
    }
}
