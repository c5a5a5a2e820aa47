package dev.sentryai.telemetry.envelope;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** How the body of an HTTP request is encoded. */
public enum ContentEncoding {
    /** As it is. */
    IDENTITY {
        @Override
        InputStream open(InputStream in) {
            return in;
        }
    },
    /** gzip, also several members in a row. */
    GZIP {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new GZIPInputStream(in);
        }
    },
    /** Deflate inside of zlib, as HTTP demands, or raw, as many senders understand it. */
    DEFLATE {
        @Override
        InputStream open(InputStream in) throws IOException {
            return Deflate.open(in);
        }
    },
    /** Brotli. */
    BR {
        @Override
        InputStream open(InputStream in) throws IOException {
            return Brotli.open(in);
        }
    },
    /** Zstandard. */
    ZSTD {
        @Override
        InputStream open(InputStream in) {
            return new ZstdInputStream(in);
        }
    };

    /**
     * Reads the value of a {@code Content-Encoding} header. Like Relay, which ignores what it does not know, it takes an absent,
     * empty or unknown name (such as {@code utf-8}) for {@link #IDENTITY}.
     *
     * @param name the header's value, null if absent; case and surrounding white space do not matter
     * @return the encoding
     */
    public static ContentEncoding parse(@Nullable String name) {
        String wanted = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            case "br" -> BR;
            case "zstd" -> ZSTD;
            default -> IDENTITY;
        };
    }

    /**
     * Decodes a body as it is read, up to the size that {@link Limits#RELAY} allows an envelope.
     *
     * @param in the encoded body
     * @return a stream of the decoded bytes, as {@link #decode(InputStream, long)} describes it
     */
    public InputStream decode(InputStream in) {
        return decode(in, Limits.RELAY.envelopeBytes());
    }

    /**
     * Decodes a body as it is read. Reading throws {@link MalformedEnvelopeException} where the body is not valid in this
     * encoding, {@link EnvelopeTooLargeException} where more than the given number of bytes come out, which is how small bodies
     * that inflate without end are stopped, and {@link IOException} where the body itself cannot be read.
     *
     * @param in the encoded body; closing the result closes it
     * @param maxBytes how many decoded bytes to take
     * @return a stream of the decoded bytes
     */
    public InputStream decode(InputStream in, long maxBytes) {
        return new DecodedStream(this, in, maxBytes);
    }

    /**
     * The name in the {@code Content-Encoding} header.
     *
     * @return for example {@code gzip}
     */
    public String headerValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** May read from the body at once. */
    abstract InputStream open(InputStream in) throws IOException;
}
