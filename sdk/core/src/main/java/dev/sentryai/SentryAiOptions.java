package dev.sentryai;

import static java.util.Objects.requireNonNull;

import dev.sentryai.protocol.price.PriceTable;
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
 * ai.stream-gen-ai-spans}, {@code ai.stream-foreign-spans}, {@code ai.record-inputs}, {@code ai.record-outputs}, {@code
 * ai.max-content-bytes}, {@code ai.emit-deprecated-attributes}, {@code ai.emit-metrics}, {@code ai.emit-logs}, {@code
 * ai.foreign-span-policy} ({@code enrich} or {@code replace}) and {@code ai.prices} ({@code bundled}, or a file as {@link
 * PriceTable#parse} reads it) are read where
 * the Sentry SDK reads its own: {@code -Dsentry.ai.record-inputs=true}, {@code SENTRY_AI_RECORD_INPUTS=true}, {@code
 * ai.record-inputs=true} in {@code sentry.properties}, in this order. As with every option of the Sentry SDK, a
 * value from outside wins over one set in code.
 *
 * <p>Not thread-safe: change nothing after {@code Sentry.init} returned.
 */
public final class SentryAiOptions {

    private boolean streamGenAiSpans = true;
    private boolean streamForeignSpans = true;
    private @Nullable Boolean recordInputs;
    private @Nullable Boolean recordOutputs;
    private boolean emitDeprecatedAttributes;
    private @Nullable ContentFilter contentFilter;
    private @Nullable Integer maxContentBytes;
    private ForeignSpanPolicy foreignSpanPolicy = ForeignSpanPolicy.ENRICH;
    private boolean emitMetrics;
    private boolean emitLogs;
    private @Nullable PriceTable prices;
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
     * Tells whether AI spans that were not made by this library are sent on their own too.
     *
     * @return true by default
     */
    public boolean isStreamForeignSpans() {
        return streamForeignSpans;
    }

    /**
     * Chooses what becomes of AI spans that the application, or another library, makes with the Sentry SDK alone, such as
     * by {@code span.startChild("gen_ai.chat")}: every child with an op that starts with {@code gen_ai.}. Has no effect
     * unless AI spans {@linkplain #setStreamGenAiSpans are streamed}.
     *
     * <p>When they are streamed, all that is said here of AI spans holds for them too: neither the size of their
     * transaction nor its end limits them, what they hold of the content of calls is sent only if {@linkplain
     * #setRecordInputs inputs} and {@linkplain #setRecordOutputs outputs} are recorded, and is filtered and cut; they
     * inherit the names of agent and pipeline and the conversation, and pass {@link #setBeforeSendSpan beforeSendSpan}.
     * They do not pass the Sentry SDK's event processors, nor its {@code beforeSendTransaction}. One that is never ended
     * is not sent.
     *
     * @param streamForeignSpans true to send them as the spans of this library; false to leave them as they are, in their
     *     transaction
     */
    public void setStreamForeignSpans(boolean streamForeignSpans) {
        this.streamForeignSpans = streamForeignSpans;
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
     * Returns what recorded content goes through before it is sent.
     *
     * @return null when nothing is filtered
     */
    public @Nullable ContentFilter getContentFilter() {
        return contentFilter;
    }

    /**
     * Sets what recorded content goes through before it is sent: messages, system instructions, tool definitions, arguments
     * and results of tools, texts to embed. The roles of messages and the kinds of their parts are not content, nor are
     * other attributes, errors and logs. A text on which the filter fails is replaced by {@code [Filtered]}.
     *
     * @param contentFilter null, the default, to send content as it is
     */
    public void setContentFilter(@Nullable ContentFilter contentFilter) {
        this.contentFilter = contentFilter;
    }

    /**
     * Returns how long recorded content may be.
     *
     * @return bytes in UTF-8 for each attribute; null when there is no limit but that of any attribute
     */
    public @Nullable Integer getMaxContentBytes() {
        return maxContentBytes;
    }

    /**
     * Sets how long each recorded piece of content may be. Of input messages the newest are kept; when not even the last
     * one fits, its texts are cut. Of all else texts are cut, those inside of JSON to the same length. Characters stay
     * whole, JSON stays JSON, and texts that were cut end in {@code ...}.
     *
     * <p>A span with cut content says so by {@code sentry.sdk_meta.<attribute>.original_length}: for {@code
     * gen_ai.input.messages}, as with the other Sentry SDKs, how many messages there were, for others how many bytes.
     *
     * @param maxContentBytes in UTF-8, positive; null, the default, for no limit but that of any attribute
     * @throws IllegalArgumentException if the number is not positive
     */
    public void setMaxContentBytes(@Nullable Integer maxContentBytes) {
        if (maxContentBytes != null && maxContentBytes <= 0) {
            throw new IllegalArgumentException("maxContentBytes must be positive but was " + maxContentBytes);
        }
        this.maxContentBytes = maxContentBytes;
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
     * Chooses whether every attribute that replaced an older {@code gen_ai.} one is also written under the old name and in
     * the old shape, such as {@code gen_ai.request.messages} with messages as {@code {role, content}}. Self-hosted servers
     * from before the change need it. Content is recorded, filtered and cut as under the new name.
     *
     * @param emitDeprecatedAttributes true to write both names
     */
    public void setEmitDeprecatedAttributes(boolean emitDeprecatedAttributes) {
        this.emitDeprecatedAttributes = emitDeprecatedAttributes;
    }

    /**
     * Returns what happens to a span that somebody else has open for a call that is recorded here too.
     *
     * @return {@link ForeignSpanPolicy#ENRICH} by default
     */
    public ForeignSpanPolicy getForeignSpanPolicy() {
        return foreignSpanPolicy;
    }

    /**
     * Chooses whose span is sent when another instrumentation, such as one of OpenTelemetry, has an open span for a call
     * to a model that a wrapped client makes. Spans that the application makes with {@link SentryAi} are sent anyway.
     *
     * @param foreignSpanPolicy one of the two; never both spans
     */
    public void setForeignSpanPolicy(ForeignSpanPolicy foreignSpanPolicy) {
        this.foreignSpanPolicy = requireNonNull(foreignSpanPolicy, "foreignSpanPolicy");
    }

    /**
     * Tells whether calls are counted by metrics.
     *
     * @return false by default
     */
    public boolean isEmitMetrics() {
        return emitMetrics;
    }

    /**
     * Chooses whether every AI call is counted by metrics of the Sentry SDK, whether or not its trace is sampled. Of calls
     * to a framework and those to a provider inside, which are the same, one counts.
     *
     * <ul>
     *   <li>{@code gen_ai.calls}: a counter, by {@code status} ({@code ok}, {@code cancelled}, {@code internal_error}) and
     *       {@code error.type}.
     *   <li>{@code gen_ai.duration}: a distribution in seconds, by the same.
     *   <li>{@code gen_ai.token_usage}: a distribution in tokens, by {@code gen_ai.token.type} ({@code input}, {@code
     *       output}), of calls to models. {@code gen_ai.token_usage_details} has those among them that are of the types
     *       {@code cache_read}, {@code cache_creation} and {@code reasoning}.
     * </ul>
     *
     * <p>All are also by operation, provider, models, agent and tool, under the names that spans have for these.
     *
     * @param emitMetrics true to count; the Sentry SDK's own metrics must not be turned off
     */
    public void setEmitMetrics(boolean emitMetrics) {
        this.emitMetrics = emitMetrics;
    }

    /**
     * Tells whether there is a log entry for every call.
     *
     * @return false by default
     */
    public boolean isEmitLogs() {
        return emitLogs;
    }

    /**
     * Chooses whether the Sentry SDK logs every AI call that is over, whether or not its trace is sampled: what was called,
     * how it went, how long it took, tokens, cost; never content.
     *
     * @param emitLogs true to log; needs {@code options.getLogs().setEnabled(true)} too
     */
    public void setEmitLogs(boolean emitLogs) {
        this.emitLogs = emitLogs;
    }

    /**
     * Returns what costs are computed with.
     *
     * @return null when they are left to Sentry
     */
    public @Nullable PriceTable getPrices() {
        return prices;
    }

    /**
     * Sets prices, with which each call to a model gets {@code gen_ai.cost.*} attributes, in US dollars, by the formula
     * that Sentry uses. Sentry computes costs itself and overwrites these for models whose prices it knows, so they are of
     * use to {@link #setBeforeSendSpan}, for models of your own and for other readers. A cost that the application sets on
     * a span stays.
     *
     * @param prices such as {@link PriceTable#bundled}; null, the default, to leave costs to Sentry
     */
    public void setPrices(@Nullable PriceTable prices) {
        this.prices = prices;
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
