package dev.sentryai.http.okhttp;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Passes bytes on as they are read, and shows them to the exchange; sees their end, failures, and whether anybody can still read. */
final class TeeSource extends ForwardingSource {

    private static final Cleaner CLEANER = Cleaner.create();

    private final FollowedCall call;

    TeeSource(Source original, FollowedCall call) {
        super(original);
        this.call = call;
        CLEANER.register(this, call.exchange()::lose);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long read = readOriginal(sink, byteCount);
        if (read < 0) {
            call.exchange().complete();
        } else {
            show(sink, read);
        }
        return read;
    }

    private long readOriginal(Buffer sink, long byteCount) throws IOException {
        try {
            return super.read(sink, byteCount);
        } catch (Throwable failure) {
            call.fail(failure);
            throw failure;
        }
    }

    private void show(Buffer sink, long read) {
        Buffer copy = new Buffer(); // shares the bytes
        sink.copyTo(copy, sink.size() - read, read);
        call.exchange().take(ByteBuffer.wrap(copy.readByteArray()));
    }

    @Override
    public void close() throws IOException {
        call.exchange().abandon();
        super.close();
    }
}
