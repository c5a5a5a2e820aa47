package dev.sentryai.telemetry.benchmarks;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Envelopes as an SDK sends them for an agent's run: a transaction and the span v2 container of its AI spans, about 4 KB each. The
 * same seed gives the same bytes on every machine.
 */
final class Corpus {

    private static final long START = 1_795_000_000L;
    private static final String PUBLIC_KEY = "0123456789abcdef0123456789abcdef";
    private static final List<String> MODELS = List.of("gpt-4o-mini", "claude-sonnet-4-5", "gemini-2.5-flash");
    private static final List<String> PROVIDERS = List.of("openai", "anthropic", "gcp.gemini");
    private static final List<String> CITIES = List.of("Lisbon", "Wrocław", "São Paulo", "Nairobi", "Kyoto", "Oslo");

    private final Random random;

    private Corpus(long seed) {
        this.random = new Random(seed);
    }

    /** The first envelopes of an endless sequence. */
    static List<byte[]> of(int count) {
        Corpus corpus = new Corpus(42);
        List<byte[]> envelopes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            envelopes.add(corpus.envelope(i));
        }
        return envelopes;
    }

    /**
     * Writes a corpus for other programs: one file in which every envelope follows its length (four bytes, big-endian), or, if there is
     * a directory of that name, one file per envelope.
     *
     * @param args target, number of envelopes
     */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]);
        Corpus corpus = new Corpus(42);
        int count = Integer.parseInt(args[1]);
        if (Files.isDirectory(target)) {
            for (int i = 0; i < count; i++) {
                Files.write(target.resolve(String.format(Locale.ROOT, "%07d.envelope", i)), corpus.envelope(i));
            }
            return;
        }
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(target))) {
            for (int i = 0; i < count; i++) {
                byte[] envelope = corpus.envelope(i);
                out.writeInt(envelope.length);
                out.write(envelope);
            }
        }
    }

    private byte[] envelope(int index) {
        Run run = new Run(hex(32), hex(16), hex(16), START + index, random.nextInt(MODELS.size()));
        String container = container(run);
        long spans = container.split("\"span_id\"", -1).length - 1;
        String eventId = hex(32);
        String text = "{\"event_id\":\"" + eventId + "\",\"sent_at\":\"" + java.time.Instant.ofEpochSecond(run.start + 6)
                + "\",\"sdk\":{\"name\":\"sentry.java\",\"version\":\"8.52.0\"},\"trace\":{\"trace_id\":\"" + run.trace
                + "\",\"public_key\":\"" + PUBLIC_KEY
                + "\",\"release\":\"shop@1.4.0\",\"environment\":\"production\",\"transaction\":\"POST /chat\",\"sampled\":\"true\",\"sample_rand\":\"0.41\",\"sample_rate\":\"1.0\"}}\n"
                + transaction(run, eventId)
                + "{\"type\":\"span\",\"item_count\":" + spans
                + ",\"content_type\":\"application/vnd.sentry.items.span.v2+json\",\"length\":" + bytes(container)
                + "}\n" + container + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String transaction(Run run, String eventId) {
        String payload = "{\"type\":\"transaction\",\"event_id\":\"" + eventId
                + "\",\"transaction\":\"POST /chat\",\"transaction_info\":{\"source\":\"url\"},\"start_timestamp\":"
                + run.start + ".125,\"timestamp\":" + (run.start + 5)
                + ".75,\"platform\":\"java\",\"environment\":\"production\",\"release\":\"shop@1.4.0\","
                + "\"contexts\":{\"trace\":{\"trace_id\":\"" + run.trace + "\",\"span_id\":\"" + run.root
                + "\",\"op\":\"http.server\",\"status\":\"ok\",\"origin\":\"auto.http.spring_jakarta.webmvc\","
                + "\"data\":{\"http.request.method\":\"POST\",\"http.response.status_code\":200,\"thread.name\":\"http-nio-8080-exec-"
                + random.nextInt(10) + "\"}}},"
                + "\"spans\":[],\"sdk\":{\"name\":\"sentry.java\",\"version\":\"8.52.0\"}}";
        return "{\"type\":\"transaction\",\"length\":" + bytes(payload) + "}\n" + payload + "\n";
    }

    private String container(Run run) {
        String city = CITIES.get(random.nextInt(CITIES.size()));
        int input = 100 + random.nextInt(2000);
        int output = 20 + random.nextInt(300);
        List<String> spans = new ArrayList<>();
        spans.add(span(run, run.agent, run.root, "invoke_agent Concierge", "gen_ai.invoke_agent", 0, 5.5)
                + text("gen_ai.operation.name", "invoke_agent") + text("gen_ai.request.model", run.model())
                + number("gen_ai.usage.input_tokens", input) + number("gen_ai.usage.output_tokens", output)
                + "\"gen_ai.agent.name\":{\"value\":\"Concierge\",\"type\":\"string\"}}}");
        spans.add(span(run, hex(16), run.agent, "chat " + run.model(), "gen_ai.chat", 0.2, 2.5)
                + text("gen_ai.operation.name", "chat") + text("gen_ai.agent.name", "Concierge")
                + text("gen_ai.provider.name", PROVIDERS.get(run.provider)) + text("gen_ai.request.model", run.model())
                + text("gen_ai.response.model", run.model()) + text("gen_ai.response.id", "chatcmpl-" + hex(12))
                + text("server.address", "api.example.com")
                + text("gen_ai.response.finish_reasons", "[\\\"stop\\\"]")
                + text("gen_ai.input.messages", question(city)) + text("gen_ai.output.messages", answer(city))
                + number("gen_ai.usage.input_tokens", input) + number("gen_ai.usage.output_tokens", output)
                + last("gen_ai.usage.total_tokens", input + output));
        if (random.nextInt(3) == 0) {
            spans.add(span(run, hex(16), run.agent, "execute_tool weather", "gen_ai.execute_tool", 2.8, 0.4)
                    + text("gen_ai.operation.name", "execute_tool") + text("gen_ai.agent.name", "Concierge")
                    + text("gen_ai.tool.call.arguments", "{\\\"city\\\":\\\"" + city + "\\\"}")
                    + text("gen_ai.tool.call.result", "{\\\"celsius\\\":" + random.nextInt(40) + "}")
                    + "\"gen_ai.tool.name\":{\"value\":\"weather\",\"type\":\"string\"}}}");
        }
        return "{\"version\":2,\"items\":[" + String.join(",", spans) + "]}";
    }

    private String question(String city) {
        return "[{\\\"role\\\":\\\"user\\\",\\\"parts\\\":[{\\\"type\\\":\\\"text\\\",\\\"content\\\":\\\"What is the weather in "
                + city + ", and what should I pack for " + (2 + random.nextInt(10))
                + " days there?\\\"}]}]";
    }

    private String answer(String city) {
        return "[{\\\"role\\\":\\\"assistant\\\",\\\"parts\\\":[{\\\"type\\\":\\\"text\\\",\\\"content\\\":\\\"In " + city
                + " it is " + random.nextInt(35)
                + " °C with showers in the afternoon. Take a light rain jacket, two pairs of shoes."
                + "\\\"}],\\\"finish_reason\\\":\\\"stop\\\"}]";
    }

    private static String span(Run run, String id, String parent, String name, String op, double after, double lasts) {
        double start = run.start + 0.125 + after;
        return "{\"trace_id\":\"" + run.trace + "\",\"span_id\":\"" + id + "\",\"parent_span_id\":\"" + parent
                + "\",\"name\":\"" + name + "\",\"status\":\"ok\",\"is_segment\":false,\"start_timestamp\":"
                + seconds(start) + ",\"end_timestamp\":" + seconds(start + lasts) + ",\"attributes\":{"
                + text("sentry.op", op) + text("sentry.origin", "auto.ai.openai")
                + text("sentry.segment.id", run.root)
                + text("sentry.segment.name", "POST /chat") + text("sentry.sdk.name", "sentry.java")
                + text("sentry.sdk.version", "8.52.0") + text("sentry.release", "shop@1.4.0")
                + text("sentry.environment", "production");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }

    private static String text(String key, String value) {
        return '"' + key + "\":{\"value\":\"" + value + "\",\"type\":\"string\"},";
    }

    private static String number(String key, long value) {
        return '"' + key + "\":{\"value\":" + value + ",\"type\":\"integer\"},";
    }

    private static String last(String key, long value) {
        return '"' + key + "\":{\"value\":" + value + ",\"type\":\"integer\"}}}";
    }

    private String hex(int digits) {
        StringBuilder hex = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            hex.append(Character.forDigit(1 + random.nextInt(15), 16));
        }
        return hex.toString();
    }

    /** What the envelope's spans share. */
    private record Run(String trace, String root, String agent, long start, int provider) {
        String model() {
            return MODELS.get(provider);
        }
    }
}
