package dev.sentryai.sentry;

import io.sentry.IScopes;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEnvelopeHeader;
import io.sentry.SentryEnvelopeItem;
import io.sentry.SentryEnvelopeItemHeader;
import io.sentry.SentryItemType;
import io.sentry.SentryOptions;
import io.sentry.TraceContext;
import io.sentry.util.HintUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the envelope items that carry streamed spans. The Sentry SDK has no public way to make one: its reader of
 * envelopes, there for hybrid SDKs, makes items but copies every byte five times on the way. So the constructor is
 * called that the reader calls, where Java lets us, and the reader elsewhere. Stateless.
 */
public final class SpanItems {

    private static final String CONTENT_TYPE = "application/vnd.sentry.items.span.v2+json";
    private static final String PROBE = "{\"version\":2,\"items\":[{}]}";
    private static final @Nullable Constructor<SentryEnvelopeItem> CONSTRUCTOR = constructor();

    private SpanItems() {}

    private static @Nullable Constructor<SentryEnvelopeItem> constructor() {
        try {
            Constructor<SentryEnvelopeItem> constructor =
                    SentryEnvelopeItem.class.getDeclaredConstructor(SentryEnvelopeItemHeader.class, byte[].class);
            return constructor.trySetAccessible() ? constructor : null;
        } catch (NoSuchMethodException | SecurityException | LinkageError e) {
            return null;
        }
    }

    /**
     * Hands a container of spans to the SDK's transport.
     *
     * @param sampling the sampling context of their trace; null when the SDK has none
     * @param payload not to be changed any more
     * @param count how many spans it has
     * @param listener hears from the transport what becomes of it, as a hint of the SDK
     * @throws IOException if this version of the SDK can not make such an item
     */
    public static void send(IScopes scopes, @Nullable TraceContext sampling, byte[] payload, int count, Object listener)
            throws IOException {
        SentryOptions options = scopes.getOptions();
        SentryEnvelopeItem item = item(options, payload, count);
        SentryEnvelopeHeader header = new SentryEnvelopeHeader(null, options.getSdkVersion(), sampling);
        scopes.captureEnvelope(new SentryEnvelope(header, List.of(item)), HintUtils.createWithTypeCheckHint(listener));
    }

    /** Returns why span v2 items can not be made with this version of the SDK, in either way; empty when they can. */
    public static Optional<Throwable> fault(SentryOptions options) {
        byte[] probe = PROBE.getBytes(StandardCharsets.UTF_8);
        try {
            boolean intact = isIntact(item(options, probe, 1)) && isIntact(read(options, probe, 1));
            return intact ? Optional.empty() : Optional.of(new IllegalStateException("the span item was altered"));
        } catch (Exception | LinkageError e) {
            return Optional.of(e);
        }
    }

    private static boolean isIntact(SentryEnvelopeItem item) throws Exception {
        Integer count = item.getHeader().getItemCount();
        return item.getHeader().getType() == SentryItemType.Span
                && CONTENT_TYPE.equals(item.getHeader().getContentType())
                && count != null
                && count == 1
                && item.getHeader().getLength() == PROBE.length()
                && PROBE.equals(new String(item.getData(), StandardCharsets.UTF_8));
    }

    /**
     * Returns the item of a span v2 container.
     *
     * @param payload not to be changed any more
     */
    static SentryEnvelopeItem item(SentryOptions options, byte[] payload, int count) throws IOException {
        if (CONSTRUCTOR != null) {
            try {
                return CONSTRUCTOR.newInstance(
                        new SentryEnvelopeItemHeader(
                                SentryItemType.Span, payload.length, CONTENT_TYPE, null, null, null, count),
                        payload);
            } catch (ReflectiveOperationException e) {
                // the reader is still there
            }
        }
        return read(options, payload, count);
    }

    /** Returns the same as {@link #item}, by way of the reader. */
    static SentryEnvelopeItem read(SentryOptions options, byte[] payload, int count) throws IOException {
        String header = "{}\n{\"type\":\"span\",\"item_count\":%d,\"content_type\":\"%s\",\"length\":%d}\n"
                .formatted(count, CONTENT_TYPE, payload.length);
        ByteArrayOutputStream envelope = new ByteArrayOutputStream(header.length() + payload.length);
        envelope.writeBytes(header.getBytes(StandardCharsets.UTF_8));
        envelope.writeBytes(payload);
        SentryEnvelope read = options.getEnvelopeReader().read(new ByteArrayInputStream(envelope.toByteArray()));
        if (read == null) {
            throw new IOException("the SDK could not read a span item of " + payload.length + " bytes");
        }
        return read.getItems().iterator().next();
    }
}
