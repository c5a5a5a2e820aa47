package dev.sentryai.delivery.attributes;

import static dev.sentryai.protocol.CommonAttributes.*;

import dev.sentryai.sentry.SentrySdk;
import dev.sentryai.sentry.SentrySpanData;
import dev.sentryai.sentry.SpanHead;
import dev.sentryai.value.AttributeValue;
import io.sentry.IScope;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ScopeType;
import io.sentry.SentryAttribute;
import io.sentry.SentryOptions;
import io.sentry.protocol.SdkVersion;
import io.sentry.protocol.User;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Completes a streamed span with what the Sentry SDK adds to a transaction and its children. Made where the span
 * starts, for its thread and scopes; what may be set later, such as the user, is read where it ends.
 */
public final class PipelineAttributes {

    private static final String RUNTIME_NAME = System.getProperty("java.runtime.name", "Java");
    private static final String RUNTIME_VERSION = System.getProperty("java.runtime.version", "unknown");

    private final SpanHead head;
    private final IScopes scopes;
    private final long threadId = Thread.currentThread().getId();
    private final String threadName = Thread.currentThread().getName();

    /** Made on the thread that starts the span; the scopes are those where it starts. */
    public PipelineAttributes(SpanHead head, IScopes scopes) {
        this.head = head;
        this.scopes = scopes;
    }

    /** Returns the scopes where the span started. */
    public IScopes scopes() {
        return scopes;
    }

    /** Returns the whole span for the hook: ours, what the application put on the Sentry span, and the pipeline's. */
    public SpanEdit edit(Ending ending, @Nullable ISpan span, Optional<Segment> segment) {
        Map<String, Object> attributes = ending.attributes();
        attributes.put(SENTRY_OP, head.op());
        attributes.put(SENTRY_ORIGIN, head.origin());
        attributes.put(SENTRY_TRACE_LIFECYCLE, "stream");
        attributes.putIfAbsent(THREAD_ID, threadId);
        attributes.putIfAbsent(THREAD_NAME, threadName);
        if (span != null) {
            addSpanData(attributes, span);
        }
        segment.ifPresent(known -> {
            attributes.put(SENTRY_SEGMENT_ID, known.id());
            attributes.putIfAbsent(SENTRY_SEGMENT_NAME, known.name());
        });
        addOptions(attributes, scopes.getOptions());
        scopes.configureScope(ScopeType.COMBINED, scope -> addScope(attributes, scope));
        attributes.putIfAbsent(PROCESS_RUNTIME_NAME, RUNTIME_NAME);
        attributes.putIfAbsent(PROCESS_RUNTIME_VERSION, RUNTIME_VERSION);
        return new SpanEdit(head.op(), ending.name(), attributes);
    }

    /** The last one to set a key wins, so what is on the span now is newer than ours; thread data apart. */
    private static void addSpanData(Map<String, Object> attributes, ISpan span) {
        SentrySpanData.eachDataOf(span, (key, value) -> {
            if (!key.equals(THREAD_ID) && !key.equals(THREAD_NAME) && !value.equals(attributes.get(key))) {
                AttributeValue.of(value).ifPresent(sane -> attributes.put(key, sane));
            }
        });
    }

    private static void addOptions(Map<String, Object> attributes, SentryOptions options) {
        add(attributes, SENTRY_RELEASE, options.getRelease());
        add(attributes, SENTRY_ENVIRONMENT, options.getEnvironment());
        add(attributes, SENTRY_DIST, options.getDist());
        add(attributes, SERVER_ADDRESS, HostName.of(options));
        SdkVersion sdk = options.getSdkVersion();
        if (sdk != null) {
            add(attributes, SENTRY_SDK_NAME, sdk.getName());
            add(attributes, SENTRY_SDK_VERSION, sdk.getVersion());
        }
    }

    private static void addScope(Map<String, Object> attributes, IScope scope) {
        for (SentryAttribute attribute : scope.getAttributes().values()) {
            AttributeValue.of(attribute.getValue())
                    .ifPresent(value -> attributes.putIfAbsent(attribute.getName(), value));
        }
        User user = scope.getUser();
        if (user != null) {
            add(attributes, USER_ID, user.getId());
            add(attributes, USER_NAME, user.getUsername());
            add(attributes, USER_EMAIL, user.getEmail());
            if (SentrySdk.sendsPersonalData(scope.getOptions())) {
                add(attributes, USER_IP_ADDRESS, user.getIpAddress());
            }
        }
    }

    private static void add(Map<String, Object> attributes, String key, @Nullable String value) {
        if (value != null) {
            attributes.putIfAbsent(key, value);
        }
    }
}
