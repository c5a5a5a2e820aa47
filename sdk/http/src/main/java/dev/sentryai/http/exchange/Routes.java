package dev.sentryai.http.exchange;

import dev.sentryai.format.WireOperation;
import dev.sentryai.format.anthropic.AnthropicFormat;
import dev.sentryai.format.bedrock.BedrockFormat;
import dev.sentryai.format.cohere.CohereFormat;
import dev.sentryai.format.google.GoogleFormat;
import dev.sentryai.format.huggingface.HuggingFaceFormat;
import dev.sentryai.format.ollama.OllamaFormat;
import dev.sentryai.format.openai.OpenAiFormat;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The requests that are known to call models: where they go, and without which fields they would be something else. */
public final class Routes {

    /** What tells that a text is to be continued and not, for instance, to be classified at the same path. */
    private static final Set<String> GENERATION_PARAMETERS = Set.of(
            "max_new_tokens",
            "temperature",
            "top_p",
            "top_k",
            "do_sample",
            "return_full_text",
            "details",
            "best_of",
            "stop",
            "seed");

    /** Paths that name the model, as Azure's do. */
    private static final String DEPLOYMENT = ".*/deployments/([^/]+)";

    private static final List<Route> OPEN_AI = List.of(
            openAi(DEPLOYMENT + "/chat/completions", Routes::hasMessages, OpenAiFormat.CHAT_COMPLETIONS),
            openAi(DEPLOYMENT + "/completions", Routes::hasPrompt, OpenAiFormat.COMPLETIONS),
            openAi(DEPLOYMENT + "/embeddings", Routes::hasInput, OpenAiFormat.EMBEDDINGS),
            openAi(".*/chat/completions", Routes::isChat, OpenAiFormat.CHAT_COMPLETIONS),
            openAi(".*/responses", Routes::hasInputAndModel, OpenAiFormat.RESPONSES),
            openAi(".*/completions", Routes::hasPromptAndModel, OpenAiFormat.COMPLETIONS),
            openAi(".*/embeddings", Routes::hasInputAndModel, OpenAiFormat.EMBEDDINGS));

    private static final List<Route> ANTHROPIC = List.of(
            anthropic(".*/v1/messages", AnthropicFormat.MESSAGES),
            anthropic(".*/v1/messages/count_tokens", AnthropicFormat.TOKEN_COUNTS));

    private static final List<Route> HUGGING_FACE = List.of(
            huggingFace(".*/generate", Routes::hasInputs, HuggingFaceFormat.TEXT_GENERATION),
            huggingFace(".*/generate_stream", Routes::hasInputs, HuggingFaceFormat.TEXT_GENERATION)
                    .alwaysStreamed(),
            huggingFace("/", Routes::generates, HuggingFaceFormat.TEXT_GENERATION),
            huggingFace(
                    ".*/models/([^:]+)/pipeline/feature-extraction",
                    Routes::hasInputs,
                    HuggingFaceFormat.FEATURE_EXTRACTION),
            huggingFace(".*/pipeline/feature-extraction/(.+)", Routes::hasInputs, HuggingFaceFormat.FEATURE_EXTRACTION),
            huggingFace(".*/embed", Routes::hasInputs, HuggingFaceFormat.FEATURE_EXTRACTION),
            huggingFace(".*/models/([^:]+)", Routes::generates, HuggingFaceFormat.TEXT_GENERATION));

    private static final List<Route> COHERE = List.of(
            cohere(".*/v2/chat", Routes::isChat, CohereFormat.CHAT),
            cohere(".*/v1/chat", body -> body.get("message").text() != null, CohereFormat.LEGACY_CHAT),
            cohere(".*/v[12]/embed", Routes::hasAnythingToEmbed, CohereFormat.EMBEDDINGS),
            cohere(
                    ".*/v[12]/rerank",
                    body -> body.get("query").text() != null
                            && body.get("documents").isList(),
                    CohereFormat.RERANK));

    private static final String GOOGLE_MODEL = ".*/models/([^/:]+):";

    private static final List<Route> GOOGLE = List.of(
            google("generateContent", Routes::hasContents, GoogleFormat.GENERATE_CONTENT),
            google("streamGenerateContent", Routes::hasContents, GoogleFormat.GENERATE_CONTENT)
                    .alwaysStreamed(),
            google("embedContent", body -> body.get("content").isPresent(), GoogleFormat.EMBED_CONTENT),
            google("batchEmbedContents", body -> body.get("requests").isList(), GoogleFormat.EMBED_CONTENT),
            google("predict", Routes::hasTextInstances, GoogleFormat.EMBED_CONTENT));

    private static final List<Route> ANTHROPIC_ON_VERTEX =
            List.of(onVertex("rawPredict"), onVertex("streamRawPredict").alwaysStreamed());

    private static final List<Route> BEDROCK = List.of(
            bedrock("/converse", Routes::isConversation, BedrockFormat::converse),
            bedrock("/converse-stream", Routes::isConversation, BedrockFormat::converse)
                    .alwaysStreamed(),
            bedrock("/invoke", BedrockFormat::isInvocation, BedrockFormat::invokeModel),
            bedrock("/invoke-with-response-stream", BedrockFormat::isInvocation, BedrockFormat::invokeModel)
                    .alwaysStreamed());

    private static final List<Route> OLLAMA = List.of(
            ollama("chat", Routes::isConversationWithModel, OllamaFormat.CHAT).streamed(Routes::doesNotDenyStream),
            ollama("generate", Routes::hasPromptOfText, OllamaFormat.GENERATE).streamed(Routes::doesNotDenyStream),
            ollama("embed", Routes::hasInputAndModel, OllamaFormat.EMBEDDINGS),
            ollama("embeddings", Routes::hasPromptOfText, OllamaFormat.EMBEDDINGS));

    private Routes() {}

    /** Returns those of all providers. */
    public static List<Route> all() {
        return Stream.of(OPEN_AI, ANTHROPIC, ANTHROPIC_ON_VERTEX, BEDROCK, COHERE, GOOGLE, OLLAMA, HUGGING_FACE)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Returns those of Hugging Face: text generation and embeddings of its own servers and of the Hub, and what these offer at OpenAI's
     * paths.
     */
    public static List<Route> huggingFace() {
        return Stream.of(HUGGING_FACE, OPEN_AI).flatMap(List::stream).toList();
    }

    private static Route openAi(String path, Predicate<Wire> isCall, WireOperation operation) {
        return route(path, isCall, operation, "openai");
    }

    private static Route anthropic(String path, WireOperation operation) {
        return route(path, Routes::isChat, operation, "anthropic");
    }

    private static Route onVertex(String method) {
        return route(GOOGLE_MODEL + method, Routes::isAnthropic, AnthropicFormat.MESSAGES, "gcp.vertex_ai");
    }

    /** Names of resources, which may stand for ids of models, have slashes in them. */
    private static Route bedrock(
            String end, BiPredicate<String, Wire> isCall, Function<String, WireOperation> operation) {
        return new Route(
                PathPattern.of(".*/model/(.+)" + end), isCall, Routes::asksForStream, operation, "aws.bedrock");
    }

    private static boolean isConversation(String modelId, Wire body) {
        return hasMessages(body);
    }

    private static Route cohere(String path, Predicate<Wire> isCall, WireOperation operation) {
        return route(path, isCall, operation, "cohere");
    }

    private static Route google(String method, Predicate<Wire> isCall, WireOperation operation) {
        return route(GOOGLE_MODEL + method, isCall, operation, "gcp.gemini");
    }

    private static Route ollama(String name, Predicate<Wire> isCall, WireOperation operation) {
        return route(".*/api/" + name, isCall, operation, "ollama");
    }

    /** Without anything to answer models are loaded and unloaded; and others may have the same path, and other messages. */
    private static boolean isConversationWithModel(Wire body) {
        return hasModel(body)
                && body.get("messages").items().stream()
                        .anyMatch(message -> message.get("role").text() != null
                                && message.get("content").text() != null);
    }

    /** Without a prompt models are loaded and unloaded. */
    private static boolean hasPromptOfText(Wire body) {
        return hasModel(body) && body.get("prompt").word() != null;
    }

    private static boolean doesNotDenyStream(Wire body) {
        return !Boolean.FALSE.equals(body.get("stream").plain());
    }

    private static boolean hasModel(Wire body) {
        return body.get("model").word() != null;
    }

    private static boolean hasMessages(Wire body) {
        return body.get("messages").isList();
    }

    private static boolean isChat(Wire body) {
        return hasMessages(body) && hasModel(body);
    }

    private static boolean hasPrompt(Wire body) {
        return body.get("prompt").isPresent();
    }

    private static boolean hasPromptAndModel(Wire body) {
        return hasPrompt(body) && hasModel(body);
    }

    private static boolean hasInput(Wire body) {
        return body.get("input").isPresent();
    }

    private static boolean hasInputAndModel(Wire body) {
        return hasInput(body) && hasModel(body);
    }

    /** Who offers Anthropic's models has their bodies say which version of the API it is. */
    private static boolean isAnthropic(Wire body) {
        return hasMessages(body) && body.get("anthropic_version").isPresent();
    }

    private static boolean hasContents(Wire body) {
        return body.get("contents").isPresent();
    }

    private static boolean hasInputs(Wire body) {
        return body.get("inputs").isPresent();
    }

    private static boolean generates(Wire body) {
        Wire parameters = body.get("parameters");
        return body.get("inputs").text() != null
                && (body.get("stream").isPresent()
                        || GENERATION_PARAMETERS.stream()
                                .anyMatch(name -> parameters.get(name).isPresent()));
    }

    private static boolean hasAnythingToEmbed(Wire body) {
        return body.get("texts").isList()
                || body.get("images").isList()
                || (body.get("inputs").isList() && body.get("input_type").isPresent());
    }

    private static boolean hasTextInstances(Wire body) {
        return body.get("instances").items().stream()
                .anyMatch(instance -> instance.get("content").text() != null);
    }

    private static Route huggingFace(String path, Predicate<Wire> isCall, WireOperation operation) {
        return route(path, isCall, operation, "huggingface");
    }

    /** Most streams are asked for in the body, and most models are named there. */
    private static Route route(String path, Predicate<Wire> isCall, WireOperation operation, String provider) {
        return new Route(
                PathPattern.of(path),
                (model, body) -> isCall.test(body),
                Routes::asksForStream,
                model -> model.isEmpty() ? operation : named(model, operation),
                provider);
    }

    private static WireOperation named(String model, WireOperation operation) {
        return operation.withRequest(body -> {
            GenAiRequest.Builder request = operation.request().apply(body);
            return hasModel(body) ? request : request.model(model);
        });
    }

    private static boolean asksForStream(Wire body) {
        return Boolean.TRUE.equals(body.get("stream").plain());
    }
}
