package dev.sentryai.telemetry.rules.mcp;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How MCP messages travel: GENAI266. */
public final class TransportRules {

    private static final String MCP = "mcp.transport";
    private static final String NETWORK = CommonAttributes.NETWORK_TRANSPORT;
    private static final String PIPE = "pipe";
    private static final String STDIO = "stdio";

    private TransportRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(Rule.of("GENAI266", TransportRules::wrongTransport, Fact.MCP));
    }

    static void wrongTransport(SpanSubject span, Consumer<Violation> found) {
        if (!span.isMcp()) {
            return;
        }
        Object mcp = span.attributes().get(MCP);
        Object network = span.value(NETWORK);
        if (mcp == null && isInForce(span)) {
            found.accept(violation(MCP, "is missing"));
        }
        if (network == null) {
            found.accept(violation(NETWORK, "is missing"));
        }
        unknown(span, MCP, mcp, found);
        unknown(span, NETWORK, span.attributes().get(NETWORK), found);
        if (isContradiction(mcp, network)) {
            found.accept(violation(NETWORK, "is " + network + " although " + MCP + " is " + mcp)
                    .expected(STDIO.equals(mcp) ? PIPE : "tcp"));
        }
    }

    /** Older conventions have only the one of the network. */
    private static boolean isInForce(SpanSubject span) {
        AttributeDefinition definition = span.conventions().attribute(MCP).orElse(null);
        return definition != null && !definition.isDeprecated();
    }

    private static void unknown(SpanSubject span, String key, @Nullable Object value, Consumer<Violation> found) {
        if (span.conventions().isUnknownValue(key, value)) {
            found.accept(violation(key, "has the unknown value " + value)
                    .expected(span.conventions().knownValues(key)));
        }
    }

    private static boolean isContradiction(@Nullable Object mcp, @Nullable Object network) {
        if (STDIO.equals(mcp)) {
            return "tcp".equals(network) || "udp".equals(network) || "quic".equals(network);
        }
        return PIPE.equals(network) && ("http".equals(mcp) || "sse".equals(mcp));
    }

    private static Violation violation(String key, String problem) {
        return new Violation().attribute(key).with("problem", problem);
    }
}
