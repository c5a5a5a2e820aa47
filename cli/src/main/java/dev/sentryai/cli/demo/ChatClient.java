package dev.sentryai.cli.demo;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Calls OpenAI's chat API over plain HTTP. */
final class ChatClient {

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    ChatClient(String baseUrl) {
        this.endpoint = URI.create(baseUrl + "/chat/completions");
    }

    String host() {
        return endpoint.getHost();
    }

    int port() {
        return endpoint.getPort();
    }

    JsonObject complete(String model, List<Map<String, Object>> messages, List<Map<String, Object>> tools)
            throws IOException, InterruptedException {
        String body = Json.write(Map.of("model", model, "messages", messages, "tools", tools));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == OK && JsonReader.read(response.body()) instanceof JsonObject completion) {
            return completion;
        }
        throw new IOException("The model answered with " + response.statusCode() + ": " + response.body());
    }
}
