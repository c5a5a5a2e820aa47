package dev.sentryai.telemetry.rules;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.SpanRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The identity of a finding that stays the same from run to run: rule, kind of span, attribute. */
final class Fingerprint {

    private static final int BYTES = 8;

    /** What the templates of span names are filled with, the most specific first. */
    private static final List<String> NAME_PARTS = List.of(
            GenAiAttributes.REQUEST_MODEL,
            GenAiAttributes.TOOL_NAME,
            GenAiAttributes.AGENT_NAME,
            GenAiAttributes.PIPELINE_NAME,
            GenAiAttributes.FUNCTION_ID);

    private Fingerprint() {}

    static String of(String rule, @Nullable SpanRecord span, @Nullable String attribute) {
        String identity =
                rule + '\n' + (span == null ? "" : nameTemplate(span)) + '\n' + (attribute == null ? "" : attribute);
        byte[] digest = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    /** The span's name with its variable parts replaced: {@code chat {gen_ai.request.model}}, {@code GET /users/*}. */
    static String nameTemplate(SpanRecord span) {
        String name = span.name() == null ? "" : span.name();
        for (String key : NAME_PARTS) {
            if (span.attributes().get(key) instanceof String value && !value.isEmpty() && name.endsWith(' ' + value)) {
                return name.substring(0, name.length() - value.length()) + '{' + key + '}';
            }
        }
        return withoutNumbers(name);
    }

    private static String withoutNumbers(String name) {
        StringBuilder template = new StringBuilder(name.length());
        int word = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
                template.append(holdsDigit(name, word, i) ? "*" : name.substring(word, i));
                if (i < name.length()) {
                    template.append(name.charAt(i));
                }
                word = i + 1;
            }
        }
        return template.toString();
    }

    private static boolean holdsDigit(String name, int from, int to) {
        return name.substring(from, to).chars().anyMatch(Character::isDigit);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
