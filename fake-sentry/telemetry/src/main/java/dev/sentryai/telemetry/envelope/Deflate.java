package dev.sentryai.telemetry.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Tells the two things apart that are sent as {@code deflate}. */
final class Deflate {

    private static final int ZLIB_HEADER_BYTES = 2;

    private Deflate() {}

    static InputStream open(InputStream in) throws IOException {
        PushbackInputStream body = new PushbackInputStream(in, ZLIB_HEADER_BYTES);
        byte[] start = body.readNBytes(ZLIB_HEADER_BYTES);
        body.unread(start);
        return new Inflating(body, new Inflater(!isZlib(start)));
    }

    /** RFC 1950: method 8 in the low four bits, and both bytes together a multiple of 31. */
    private static boolean isZlib(byte[] start) {
        return start.length == ZLIB_HEADER_BYTES
                && (start[0] & 0x0f) == 8
                && ((start[0] & 0xff) << 8 | (start[1] & 0xff)) % 31 == 0;
    }

    /** The JDK's stream frees an inflater only if it made it itself. */
    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream in, Inflater inflater) {
            super(in, inflater);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
