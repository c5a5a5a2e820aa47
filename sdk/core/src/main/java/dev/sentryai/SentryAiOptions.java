package dev.sentryai;

import io.sentry.SentryOptions;
import org.jspecify.annotations.Nullable;

/**
 * Settings of AI monitoring, made inside {@code Sentry.init}:
 *
 * <pre>{@code
 * Sentry.init(options -> {
 *     options.setDsn(dsn);
 *     SentryAi.configure(options, ai -> ai.setRecordInputs(true));
 * });
 * }</pre>
 *
 * <p>With {@link SentryOptions#setEnableExternalConfiguration external configuration} enabled, the keys {@code
 * ai.stream-gen-ai-spans}, {@code ai.record-inputs}, {@code ai.record-outputs} and {@code ai.emit-deprecated-attributes}
 * are read where the Sentry SDK reads its own: {@code -Dsentry.ai.record-inputs=true}, {@code SENTRY_AI_RECORD_INPUTS=true},
 * {@code ai.record-inputs=true} in {@code sentry.properties}, in this order. As with every option of the Sentry SDK, a
 * value from outside wins over one set in code.
 *
 * <p>Not thread-safe: change nothing after {@code Sentry.init} returned.
 */
public final class SentryAiOptions {

    private boolean streamGenAiSpans = true;
    private @Nullable Boolean recordInputs;
    private @Nullable Boolean recordOutputs;
    private boolean emitDeprecatedAttributes;
    private @Nullable BeforeSendSpanCallback beforeSendSpan;

    SentryAiOptions() {}

    /**
     * Tells whether finished AI spans are sent on their own, in batches.
     *
     * @return true, the default, for streaming; false when they travel inside their transaction
     */
    public boolean isStreamGenAiSpans() {
        return streamGenAiSpans;
    }

    /**
     * Chooses how AI spans are delivered.
     *
     * @param streamGenAiSpans true to send finished AI spans on their own, in batches, so that neither the size of their
     *     transaction nor its end limits them; false to send them inside their transaction
     */
    public void setStreamGenAiSpans(boolean streamGenAiSpans) {
        this.streamGenAiSpans = streamGenAiSpans;
    }

    /**
     * Returns what was chosen for the content that goes into a model or tool.
     *
     * @return whether inputs are recorded; null when it was left to {@link SentryOptions#isSendDefaultPii()}
     */
    public @Nullable Boolean getRecordInputs() {
        return recordInputs;
    }

    /**
     * Chooses whether inputs are recorded: messages, system instructions, tool definitions, tool arguments and the text
     * to embed.
     *
     * @param recordInputs null, the default, follows {@link SentryOptions#isSendDefaultPii()}
     */
    public void setRecordInputs(@Nullable Boolean recordInputs) {
        this.recordInputs = recordInputs;
    }

    /**
     * Returns what was chosen for the content that comes out of a model or tool.
     *
     * @return whether outputs are recorded; null when it was left to {@link SentryOptions#isSendDefaultPii()}
     */
    public @Nullable Boolean getRecordOutputs() {
        return recordOutputs;
    }

    /**
     * Chooses whether outputs are recorded: the model's messages and the results of tools.
     *
     * @param recordOutputs null, the default, follows {@link SentryOptions#isSendDefaultPii()}
     */
    public void setRecordOutputs(@Nullable Boolean recordOutputs) {
        this.recordOutputs = recordOutputs;
    }

    /**
     * Tells whether the predecessors of today's attributes are written too.
     *
     * @return false by default
     */
    public boolean isEmitDeprecatedAttributes() {
        return emitDeprecatedAttributes;
    }

    /**
     * Chooses whether every attribute that replaced an older one is also written under its old name. Self-hosted servers
     * from before the rename need it.
     *
     * @param emitDeprecatedAttributes true to write both names
     */
    public void setEmitDeprecatedAttributes(boolean emitDeprecatedAttributes) {
        this.emitDeprecatedAttributes = emitDeprecatedAttributes;
    }

    /**
     * Returns the last stop of a span before it is sent.
     *
     * @return null when there is none
     */
    public @Nullable BeforeSendSpanCallback getBeforeSendSpan() {
        return beforeSendSpan;
    }

    /**
     * Sets the last stop of a finished AI span before it is sent, to change or drop it.
     *
     * @param beforeSendSpan null to send every span as it is
     */
    public void setBeforeSendSpan(@Nullable BeforeSendSpanCallback beforeSendSpan) {
        this.beforeSendSpan = beforeSendSpan;
    }

    /** Changes or drops a finished AI span before it is sent. */
    @FunctionalInterface
    public interface BeforeSendSpanCallback {

        /**
         * Decides what becomes of a span. Runs on the thread that ended it. When it throws, the span is dropped, as what
         * it should have removed would be sent otherwise.
         *
         * @param span the finished span; may be changed in place
         * @return the span to send; null to drop it
         */
        @Nullable
        FinishedSpan execute(FinishedSpan span);
    }
}
