package dev.sentryai.telemetry.envelope;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Decodes on demand, counts what comes out, and tells a corrupt body from one that cannot be read. */
final class DecodedStream extends InputStream {

    private final ContentEncoding encoding;
    private final Body body;
    private final long maxBytes;
    private @Nullable InputStream decoded;
    private long count;

    DecodedStream(ContentEncoding encoding, InputStream in, long maxBytes) {
        this.encoding = encoding;
        this.body = new Body(in);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = decode(target, offset, length);
        count += Math.max(read, 0);
        if (count > maxBytes) {
            throw new EnvelopeTooLargeException(
                    maxBytes, "decoded body is larger than " + maxBytes + " bytes", MalformedEnvelopeException.NO_ITEM);
        }
        return read;
    }

    /** Known only where nothing has to be decoded. */
    @Override
    public int available() throws IOException {
        return encoding == ContentEncoding.IDENTITY ? body.available() : 0;
    }

    private int decode(byte[] target, int offset, int length) throws IOException {
        try {
            if (decoded == null) {
                decoded = encoding.open(body);
            }
            return decoded.read(target, offset, length);
        } catch (IOException | RuntimeException e) { // the decoders differ in what they throw at corrupt data
            if (body.failure != null) {
                throw body.failure;
            }
            throw new MalformedEnvelopeException(
                    count,
                    "body is not valid " + encoding.headerValue() + " data from here on",
                    MalformedEnvelopeException.NO_ITEM,
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        if (decoded == null) {
            body.close();
        } else {
            decoded.close();
        }
    }

    /** Remembers that the body itself failed. */
    private static final class Body extends FilterInputStream {

        private @Nullable IOException failure;

        Body(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
