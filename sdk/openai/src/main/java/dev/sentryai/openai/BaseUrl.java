package dev.sentryai.openai;

import static java.util.Objects.requireNonNullElse;

import com.openai.core.ClientOptions;
import dev.sentryai.proxy.Endpoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The address to which a client sends its requests, and what it tells about who answers. */
final class BaseUrl {

    private static final String OPENAI = "openai";
    private static final String AZURE = "azure.ai.openai";

    /** Hosts, with all hosts below them, whose provider speaks the OpenAI protocol. */
    private static final Map<String, String> PROVIDERS = Map.ofEntries(
            Map.entry("openai.com", OPENAI),
            Map.entry("openai.azure.com", AZURE),
            Map.entry("cognitiveservices.azure.com", AZURE),
            Map.entry("services.ai.azure.com", AZURE),
            Map.entry("azure-api.net", AZURE),
            Map.entry("anthropic.com", "anthropic"),
            Map.entry("api.cohere.ai", "cohere"),
            Map.entry("api.cohere.com", "cohere"),
            Map.entry("api.deepseek.com", "deepseek"),
            Map.entry("generativelanguage.googleapis.com", "gcp.gemini"),
            Map.entry("aiplatform.googleapis.com", "gcp.vertex_ai"),
            Map.entry("api.groq.com", "groq"),
            Map.entry("router.huggingface.co", "huggingface"),
            Map.entry("api.mistral.ai", "mistral_ai"),
            Map.entry("api.moonshot.ai", "moonshot_ai"),
            Map.entry("api.moonshot.cn", "moonshot_ai"),
            Map.entry("api.perplexity.ai", "perplexity"),
            Map.entry("api.x.ai", "x_ai"));

    private BaseUrl() {}

    /**
     * Returns the endpoint of a client or service.
     *
     * @param providerName the provider's name; null to tell it from the host, {@code openai} where that is unknown
     */
    static Endpoint endpointOf(Object client, @Nullable String providerName) {
        URI url = URI.create(read(client).trim());
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        String provider = providerName == null ? providerOf(host) : providerName;
        return new Endpoint(provider, host.isEmpty() ? null : host, portOf(url));
    }

    /** Reads the address back out of the only place that shows it: the options of a client derived from the given one. */
    private static String read(Object client) {
        AtomicReference<String> baseUrl = new AtomicReference<>();
        Consumer<ClientOptions.Builder> reader =
                builder -> baseUrl.set(builder.build().baseUrl());
        try {
            withOptions(client).invoke(client, reader);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Could not read the base URL of " + client.getClass(), e);
        }
        return requireNonNullElse(baseUrl.get(), "");
    }

    private static Method withOptions(Object client) {
        for (Class<?> type = client.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> declared : type.getInterfaces()) {
                for (Method method : declared.getMethods()) {
                    if (method.getName().equals("withOptions") && method.getParameterCount() == 1) {
                        return method;
                    }
                }
            }
        }
        throw new IllegalStateException("Expected a method withOptions but found none in " + client.getClass());
    }

    private static String providerOf(String host) {
        return PROVIDERS.entrySet().stream()
                .filter(provider -> isWithin(host, provider.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OPENAI);
    }

    /** Tells whether a host is the domain or below it; regional names such as {@code europe-aiplatform.googleapis.com} are, too. */
    private static boolean isWithin(String host, String domain) {
        int start = host.length() - domain.length();
        return host.endsWith(domain) && (start == 0 || !Character.isLetterOrDigit(host.charAt(start - 1)));
    }

    private static int portOf(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
    }
}
