package dev.sentryai.google;

import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Google's client asked to generate content, by the Gemini API or by Vertex AI. */
final class GoogleGenAiProvider implements Provider<Connection> {

    private final boolean isVertexAi;

    GoogleGenAiProvider(boolean isVertexAi) {
        this.isVertexAi = isVertexAi;
    }

    @Override
    public Names names() {
        return new Names(
                "generate_content",
                isVertexAi ? "gcp.vertex_ai" : "gcp.gemini",
                "auto.ai.google_genai",
                "STOP",
                "SAFETY");
    }

    /**
     * Why a candidate ended in the model's words is told by Vertex AI alone, and Google's word for an error by the exceptions of newer
     * libraries alone.
     */
    @Override
    public Set<Feature> lacks() {
        Set<Feature> lacks = EnumSet.of(Feature.CACHE_WRITE_TOKENS, Feature.TRANSPARENT_CLIENTS);
        if (!isVertexAi) {
            lacks.add(Feature.REFUSALS);
        }
        if (Library.isOlderThan("1.70")) {
            lacks.add(Feature.ERROR_TYPES);
        }
        return lacks;
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onChat();
    }

    @Override
    public Connection connect(FakeLlm llm, int maxRetries) {
        return Connection.to(llm, isVertexAi, maxRetries);
    }

    @Override
    public Connection wrap(Connection connection) {
        return connection.wrapped(GoogleGenAiOptions.defaults());
    }

    @Override
    public Connection wrap(Connection connection, boolean recordInputs, boolean recordOutputs) {
        return connection.wrapped(
                GoogleGenAiOptions.defaults().withRecordInputs(recordInputs).withRecordOutputs(recordOutputs));
    }

    @Override
    public String ask(Connection connection, Question question) {
        List<Content> contents = Requests.contents(question);
        GenerateContentConfig config = Requests.config(question);
        TracedClient traced = connection.traced();
        return text(
                traced == null
                        ? connection.client().models.generateContent(Question.MODEL, contents, config)
                        : traced.models.generateContent(Question.MODEL, contents, config));
    }

    @Override
    public CompletableFuture<String> askAsync(Connection connection, Question question) {
        List<Content> contents = Requests.contents(question);
        GenerateContentConfig config = Requests.config(question);
        TracedClient traced = connection.traced();
        CompletableFuture<GenerateContentResponse> response = traced == null
                ? connection.client().async.models.generateContent(Question.MODEL, contents, config)
                : traced.async.models.generateContent(Question.MODEL, contents, config);
        return response.thenApply(GoogleGenAiProvider::text);
    }

    @Override
    public AnswerStream stream(Connection connection, Question question) {
        List<Content> contents = Requests.contents(question);
        GenerateContentConfig config = Requests.config(question);
        TracedClient traced = connection.traced();
        if (traced == null) {
            var stream = connection.client().models.generateContentStream(Question.MODEL, contents, config);
            return new StreamOf(stream.iterator(), stream);
        }
        TracedStream stream = traced.models.generateContentStream(Question.MODEL, contents, config);
        return new StreamOf(stream.iterator(), stream);
    }

    @Override
    public boolean embed(Connection connection, String text) {
        TracedClient traced = connection.traced();
        return traced != null
                && traced.models
                        .embedContent(Question.MODEL, text, null)
                        .embeddings()
                        .isPresent();
    }

    /** The text of the first candidate. */
    static String text(GenerateContentResponse response) {
        return response.candidates().orElse(List.of()).stream()
                .limit(1)
                .flatMap((Candidate candidate) -> candidate.content().stream())
                .flatMap(content -> content.parts().orElse(List.of()).stream())
                .flatMap(part -> part.text().stream())
                .collect(Collectors.joining());
    }
}
