package dev.sentryai.proxy.mini;

import dev.sentryai.proxy.mini.MiniService.Params;
import java.util.concurrent.CompletableFuture;

public interface MiniServiceAsync {

    CompletableFuture<String> create(Params params, String options);

    AsyncChunks<String> createStreaming(Params params, String options);
}
