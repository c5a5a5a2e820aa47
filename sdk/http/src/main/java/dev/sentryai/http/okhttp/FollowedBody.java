package dev.sentryai.http.okhttp;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body that passes by. */
final class FollowedBody extends ResponseBody {

    private final ResponseBody original;
    private final BufferedSource source;

    FollowedBody(ResponseBody original, FollowedCall call) {
        this.original = original;
        this.source = Okio.buffer(new TeeSource(original.source(), call));
    }

    @Override
    public @Nullable MediaType contentType() {
        return original.contentType();
    }

    @Override
    public long contentLength() {
        return original.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }
}
