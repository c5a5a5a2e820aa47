package dev.sentryai.proxy;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a base URL who answers there.
 *
 * @param domains provider names by the domain at which, and below which, they answer
 * @param fallback the provider of every other host
 */
public record ProviderHosts(Map<String, String> domains, String fallback) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Copies the domains. */
    public ProviderHosts {
        domains = Map.copyOf(domains);
    }

    /**
     * Returns the endpoint at a base URL.
     *
     * @param provider the provider's name if it is known; null to tell it from the host
     * @throws IllegalArgumentException if this is no URL
     */
    public Endpoint endpoint(String baseUrl, @Nullable String provider) {
        URI url = URI.create(baseUrl.trim());
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        return new Endpoint(provider == null ? providerOf(host) : provider, host.isEmpty() ? null : host, portOf(url));
    }

    private String providerOf(String host) {
        return domains.entrySet().stream()
                .filter(domain -> isWithin(host, domain.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(fallback);
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
        return "http".equalsIgnoreCase(url.getScheme()) ? HTTP : HTTPS;
    }
}
