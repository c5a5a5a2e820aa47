package dev.sentryai.proxy.mini;

import java.util.function.UnaryOperator;

/** A client library in small, of the shape that the engine is made for. */
public interface MiniClient {

    MiniService service();

    MiniClientAsync async();

    MiniClient withOptions(UnaryOperator<String> baseUrl);

    String baseUrl();

    void close();
}
