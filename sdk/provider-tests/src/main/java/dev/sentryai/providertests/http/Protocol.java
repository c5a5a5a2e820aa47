package dev.sentryai.providertests.http;

import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import dev.sentryai.wire.Wire;
import java.util.Map;
import java.util.Set;

/** How a provider is asked: the paths and bodies that an application has to know of. */
public interface Protocol {

    /** Returns the names, under the origin of whoever records. */
    Provider.Names names(String origin);

    /** Returns what the API has no notion of. */
    Set<Feature> lacks();

    /** Returns what no call can tell. */
    default Set<Gap> gaps() {
        return Set.of();
    }

    /** Returns where replies are scripted. */
    Stubbing script(FakeLlm llm);

    /** Returns where to ask. */
    String path(boolean isStreamed);

    /** Returns what to ask. */
    Map<String, Object> request(Question question, boolean isStreamed);

    /** Returns the text of an answer. */
    String text(Wire answer);

    /** Returns the text of a chunk; empty if it has none. */
    String chunkText(Wire chunk);

    /** Tells whether streams consist of JSON in lines of its own, and not of server-sent events. */
    default boolean streamsLines() {
        return false;
    }

    /** Returns where to embed; empty if the API does not do that. */
    default String embeddingsPath() {
        return "";
    }

    /** Returns what to embed. */
    default Map<String, Object> embeddings(String text) {
        return Map.of("model", "test-embedding", "input", text);
    }
}
