package dev.sentryai.providertests.http;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A client that carries JSON. What it fails with is thrown as it is, be it checked or not. */
public interface Transport {

    /** What some provider or other wants to see. */
    Map<String, String> HEADERS = Map.of(
            "Authorization",
            "Bearer any",
            "x-api-key",
            "any",
            "anthropic-version",
            "2023-06-01",
            "Content-Type",
            "application/json");

    /**
     * Returns what the server answers.
     *
     * @throws HttpRefusal if that is an error
     */
    String post(String path, String json);

    /** Completes with what the server answers; fails with {@link HttpRefusal} if that is an error. */
    CompletableFuture<String> postAsync(String path, String json);

    /**
     * Returns the lines that the server answers, as they come.
     *
     * @throws HttpRefusal if that is an error
     */
    Lines open(String path, String json);
}
