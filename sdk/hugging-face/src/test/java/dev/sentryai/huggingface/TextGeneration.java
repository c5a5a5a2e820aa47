package dev.sentryai.huggingface;

import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.http.Protocol;
import dev.sentryai.wire.Wire;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A text that a model of the Hub continues, with all details that there are. There is nothing but the text. */
record TextGeneration() implements Protocol {

    @Override
    public Provider.Names names(String origin) {
        return new Provider.Names("text_completion", "huggingface", origin, "eos_token", "eos_token");
    }

    @Override
    public Set<Feature> lacks() {
        return EnumSet.of(
                Feature.INSTRUCTIONS,
                Feature.IMAGES,
                Feature.IMAGE_ADDRESSES,
                Feature.TOOLS,
                Feature.ANSWER_IDS,
                Feature.ANSWER_MODELS,
                Feature.REFUSALS,
                Feature.CACHED_TOKENS,
                Feature.CACHE_WRITE_TOKENS,
                Feature.REASONING_TOKENS);
    }

    @Override
    public Set<Gap> gaps() {
        return Set.of(Gap.KNOWN_PROVIDER, Gap.ANSWER_MODEL);
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onCompletions();
    }

    @Override
    public String path(boolean isStreamed) {
        return "/models/" + Question.MODEL;
    }

    @Override
    public String embeddingsPath() {
        return "/models/" + Question.MODEL + "/pipeline/feature-extraction";
    }

    @Override
    public Map<String, Object> embeddings(String text) {
        return Map.of("inputs", text);
    }

    /** The tokens of the input are told in streams without being asked for, and must not be. */
    @Override
    public Map<String, Object> request(Question question, boolean isStreamed) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("inputs", question.text());
        request.put("parameters", Map.of("max_new_tokens", 100, "details", true, "decoder_input_details", !isStreamed));
        request.put("stream", isStreamed);
        return request;
    }

    @Override
    public String text(Wire answer) {
        return answer.items().get(0).get("generated_text").textOrEmpty();
    }

    @Override
    public String chunkText(Wire chunk) {
        Wire token = chunk.get("token");
        return Boolean.TRUE.equals(token.get("special").plain())
                ? ""
                : token.get("text").textOrEmpty();
    }
}
