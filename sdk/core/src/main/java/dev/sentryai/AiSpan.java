package dev.sentryai;

import dev.sentryai.delivery.SpanBinding;
import dev.sentryai.instrument.Binding;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.runtime.GenAiSpan;
import dev.sentryai.runtime.UsageAttributes;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An AI span that the application makes itself, with one of the factories of {@link SentryAi}.
 *
 * <p>It is current on the thread that made it until it is closed there: what is started on that thread meanwhile hangs
 * below it. On other threads {@link #makeCurrent} does that. It may be filled and closed on any thread; closed on another
 * one than that of its factory it ends all the same. Work that outlives the block is better started with its own span in
 * its own thread, or made current there.
 *
 * <p>What goes into models and tools and what comes out of them is recorded only where the settings say so; see {@link
 * SentryAiOptions#setRecordInputs} and {@link SentryAiOptions#setRecordOutputs}. No method throws for reasons of its own;
 * what is null is ignored, and while Sentry is off nothing happens. Thread-safe.
 */
public final class AiSpan implements AutoCloseable {

    private final @Nullable GenAiSpan span;
    private final Binding binding;

    AiSpan(@Nullable GenAiSpan span) {
        this.span = span;
        this.binding = bind(span);
    }

    private static Binding bind(@Nullable GenAiSpan span) {
        SpanBinding bound = span == null ? null : span.bind().orElse(null);
        return bound == null ? () -> {} : bound::close;
    }

    /**
     * Runs a block with this span and ends it by the outcome. Call it on the thread that made the span.
     *
     * @param block gets this span
     * @return what the block returned
     * @throws X what the block threw, unchanged; the span fails with it
     */
    public <T extends @Nullable Object, X extends Exception> T record(Block<T, X> block) throws X {
        try {
            return block.run(this);
        } catch (Throwable failure) {
            fail(failure);
            throw failure;
        } finally {
            close();
        }
    }

    /**
     * A piece of work inside a span.
     *
     * @param <T> type of the result
     * @param <X> type of what it throws; a runtime exception when it throws nothing checked
     */
    @FunctionalInterface
    public interface Block<T extends @Nullable Object, X extends Exception> {

        /**
         * Does the work.
         *
         * @param span around it
         * @return the result; may be null
         * @throws X when it fails
         */
        T run(AiSpan span) throws X;
    }

    /**
     * Makes this span current on this thread too, for work that was handed to it.
     *
     * @return to be closed on this thread
     */
    public Binding makeCurrent() {
        return bind(span);
    }

    /** Tells whether what is set will be sent; worth asking before something is computed only to be set. */
    public boolean isRecording() {
        return span != null && span.isRecording();
    }

    /**
     * Ends the span with the error that its work failed with. The error is captured once, for the innermost span that it
     * passes. Close the span afterwards all the same.
     *
     * @param failure goes on to whoever waits for it: nothing throws it here
     */
    public void fail(Throwable failure) {
        if (span != null) {
            span.fail(failure);
        }
    }

    /** Ends the span, as succeeded unless it has failed. Only the first call counts. */
    @Override
    public void close() {
        binding.close();
        if (span != null) {
            span.succeed();
        }
    }

    /**
     * Sets any attribute; the last value of a key counts.
     *
     * @param key such as {@code my.app.tenant}
     * @param value String, number, boolean or a list of one of those; anything else becomes JSON text; null is ignored
     * @return this
     */
    public AiSpan setAttribute(String key, @Nullable Object value) {
        if (span != null) {
            span.set(key, value);
        }
        return this;
    }

    /**
     * Sets who answers.
     *
     * @param provider as in the conventions, such as {@code openai} or {@code aws.bedrock}
     * @return this
     */
    public AiSpan setProvider(@Nullable String provider) {
        return setAttribute(GenAiAttributes.PROVIDER_NAME, provider);
    }

    /**
     * Sets the model that is asked for, as for an agent's default model.
     *
     * @param model such as {@code gpt-4o}
     * @return this
     */
    public AiSpan setModel(@Nullable String model) {
        return setAttribute(GenAiAttributes.REQUEST_MODEL, model);
    }

    /**
     * Sets the most tokens that the model may write.
     *
     * @param maxTokens positive
     * @return this
     */
    public AiSpan setMaxTokens(long maxTokens) {
        return setAttribute(GenAiAttributes.REQUEST_MAX_TOKENS, maxTokens);
    }

    /**
     * Sets the temperature.
     *
     * @param temperature usually 0 to 2
     * @return this
     */
    public AiSpan setTemperature(double temperature) {
        return setAttribute(GenAiAttributes.REQUEST_TEMPERATURE, temperature);
    }

    /**
     * Sets the probability mass that the model samples from.
     *
     * @param topP 0 to 1
     * @return this
     */
    public AiSpan setTopP(double topP) {
        return setAttribute(GenAiAttributes.REQUEST_TOP_P, topP);
    }

    /**
     * Sets the number of tokens that the model samples from.
     *
     * @param topK positive
     * @return this
     */
    public AiSpan setTopK(long topK) {
        return setAttribute(GenAiAttributes.REQUEST_TOP_K, topK);
    }

    /**
     * Sets the penalty on tokens by how often they have come.
     *
     * @param penalty usually -2 to 2
     * @return this
     */
    public AiSpan setFrequencyPenalty(double penalty) {
        return setAttribute(GenAiAttributes.REQUEST_FREQUENCY_PENALTY, penalty);
    }

    /**
     * Sets the penalty on tokens that have come at all.
     *
     * @param penalty usually -2 to 2
     * @return this
     */
    public AiSpan setPresencePenalty(double penalty) {
        return setAttribute(GenAiAttributes.REQUEST_PRESENCE_PENALTY, penalty);
    }

    /**
     * Sets the seed of the model's random numbers.
     *
     * @param seed any
     * @return this
     */
    public AiSpan setSeed(long seed) {
        return setAttribute(GenAiAttributes.REQUEST_SEED, Long.toString(seed));
    }

    /**
     * Says whether the answer comes in chunks.
     *
     * @param streaming true when it does
     * @return this
     */
    public AiSpan setStreaming(boolean streaming) {
        return setAttribute(GenAiAttributes.RESPONSE_STREAMING, streaming);
    }

    /**
     * Sets the messages that go in, if inputs are recorded.
     *
     * @param messages without system instructions, the oldest first
     * @return this
     */
    public AiSpan setInputMessages(List<Message> messages) {
        return inputMessages(() -> messages);
    }

    /**
     * Sets one message of the user as all that goes in, if inputs are recorded.
     *
     * @param text what the user says
     * @return this
     */
    public AiSpan setInput(String text) {
        return inputMessages(() -> List.of(Message.user(text)));
    }

    /**
     * Sets the system instructions, if inputs are recorded.
     *
     * @param text what the model is told to be and do
     * @return this
     */
    public AiSpan setSystemInstructions(String text) {
        return input(
                GenAiAttributes.SYSTEM_INSTRUCTIONS, () -> Messages.instructionsToJson(List.of(new Part.Text(text))));
    }

    /**
     * Sets the tools that the model may call, if inputs are recorded.
     *
     * @param tools all of them
     * @return this
     */
    public AiSpan setToolDefinitions(List<ToolDefinition> tools) {
        return input(GenAiAttributes.TOOL_DEFINITIONS, () -> ToolDefinition.toJson(tools));
    }

    /**
     * Sets the texts to embed, if inputs are recorded.
     *
     * @param texts one or more
     * @return this
     */
    public AiSpan setEmbeddingsInput(List<String> texts) {
        return input(GenAiAttributes.EMBEDDINGS_INPUT, () -> texts.size() == 1 ? texts.get(0) : Json.write(texts));
    }

    /**
     * Sets what the model answers, one message per choice, if outputs are recorded.
     *
     * @param messages the choices
     * @return this
     */
    public AiSpan setOutputMessages(List<Message> messages) {
        return output(GenAiAttributes.OUTPUT_MESSAGES, () -> Messages.toJson(messages));
    }

    /**
     * Sets one text as all that the model answers, if outputs are recorded.
     *
     * @param text what the model says
     * @return this
     */
    public AiSpan setOutput(String text) {
        return output(GenAiAttributes.OUTPUT_MESSAGES, () -> Messages.toJson(List.of(Message.assistant(text))));
    }

    /**
     * Sets what the tool is good for.
     *
     * @param description as the model reads it
     * @return this
     */
    public AiSpan setToolDescription(@Nullable String description) {
        return setAttribute(GenAiAttributes.TOOL_DESCRIPTION, description);
    }

    /**
     * Sets what the tool is called with, if inputs are recorded.
     *
     * @param arguments JSON text, or a map, record or other value that becomes JSON text
     * @return this
     */
    public AiSpan setToolArguments(@Nullable Object arguments) {
        return input(GenAiAttributes.TOOL_CALL_ARGUMENTS, () -> arguments);
    }

    /**
     * Sets what the tool returns, if outputs are recorded.
     *
     * @param result text, or a value that becomes JSON text
     * @return this
     */
    public AiSpan setToolResult(@Nullable Object result) {
        return output(GenAiAttributes.TOOL_CALL_RESULT, () -> result);
    }

    /**
     * Sets the tokens used.
     *
     * @param usage what is known; {@link TokenUsage#input} includes cached tokens, {@link TokenUsage#output} reasoning
     * @return this
     */
    public AiSpan setUsage(TokenUsage usage) {
        UsageAttributes.of(usage).forEach(this::setAttribute);
        return this;
    }

    /**
     * Sets why the model stopped.
     *
     * @param reasons one per choice, such as {@code stop}
     * @return this
     */
    public AiSpan setFinishReasons(String... reasons) {
        return setAttribute(GenAiAttributes.RESPONSE_FINISH_REASONS, Json.write(reasons));
    }

    /**
     * Sets the provider's id of the answer.
     *
     * @param id such as {@code chatcmpl-123}
     * @return this
     */
    public AiSpan setResponseId(@Nullable String id) {
        return setAttribute(GenAiAttributes.RESPONSE_ID, id);
    }

    /**
     * Sets the model that answered.
     *
     * @param model such as {@code gpt-4o-2024-08-06}
     * @return this
     */
    public AiSpan setResponseModel(@Nullable String model) {
        return setAttribute(GenAiAttributes.RESPONSE_MODEL, model);
    }

    /**
     * Sets the agent on whose behalf this is done; without it that is the agent around.
     *
     * @param name such as {@code Weather Agent}
     * @return this
     */
    public AiSpan setAgentName(@Nullable String name) {
        return setAttribute(GenAiAttributes.AGENT_NAME, name);
    }

    /**
     * Sets the conversation that this belongs to, for the spans below as well.
     *
     * @param id short and opaque
     * @return this
     */
    public AiSpan setConversationId(@Nullable String id) {
        return setAttribute(GenAiAttributes.CONVERSATION_ID, id);
    }

    private AiSpan inputMessages(Supplier<List<Message>> messages) {
        if (span != null) {
            span.setInputMessages(messages);
        }
        return this;
    }

    private AiSpan input(String key, Supplier<?> value) {
        if (span != null) {
            span.setInput(key, value);
        }
        return this;
    }

    private AiSpan output(String key, Supplier<?> value) {
        if (span != null) {
            span.setOutput(key, value);
        }
        return this;
    }
}
