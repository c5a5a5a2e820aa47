package dev.sentryai.telemetry.repair.content;

import dev.sentryai.telemetry.repair.tree.ArrayNode;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.ObjectNode;
import dev.sentryai.telemetry.repair.tree.Pointer;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.secret.Secret;
import dev.sentryai.telemetry.rules.secret.SecretKind.Group;
import dev.sentryai.telemetry.rules.secret.SecretScanner;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Repairs of the texts in content, wherever they stand. */
final class TextRepairs {

    private static final String SUBSTITUTE = "[Blob substitute]";

    /** What stands before binary content in a text goes with it; so does a run of its letters that is too long for a word. */
    private static final Pattern BINARY =
            Pattern.compile("data:[^\\s,]{0,200};base64,[A-Za-z0-9+/_=-]*+|[A-Za-z0-9+/_=-]{513,}+");

    private TextRepairs() {}

    static Map<String, ContentRepair> all() {
        return Map.of(
                "GENAI186", TextRepairs::binary,
                "GENAI201", (content, finding) -> map(content, TextRepairs::sound),
                "GENAI232", (content, finding) -> map(content, text -> filtered(text, Group.KEY)),
                "GENAI233", (content, finding) -> map(content, text -> filtered(text, Group.TOKEN)),
                "GENAI234", (content, finding) -> map(content, text -> filtered(text, Group.CREDENTIAL)),
                "GENAI237", TextRepairs::secretMember);
    }

    private static Node map(Node value, UnaryOperator<String> change) {
        if (value instanceof ArrayNode list) {
            list.replaceAll(element -> map(element, change));
        } else if (value instanceof ObjectNode object) {
            object.replaceAll(member -> map(member, change));
        } else if (value.text().isPresent()) {
            String text = value.text().get();
            String changed = change.apply(text);
            return changed.equals(text) ? value : Node.of(changed);
        }
        return value;
    }

    private static Node binary(Node content, Finding finding) {
        Node place = Pointer.parse(String.valueOf(finding.pointer())).find(content);
        String text = place == null ? "" : place.text().orElse("");
        String changed = BINARY.matcher(text).replaceAll(Matcher.quoteReplacement(SUBSTITUTE));
        boolean blob = String.valueOf(finding.pointer()).endsWith("/content") && changed.equals(text);
        return put(content, finding, blob ? SUBSTITUTE : changed);
    }

    private static Node secretMember(Node content, Finding finding) {
        return put(content, finding, ContentSubject.FILTERED);
    }

    private static Node put(Node content, Finding finding, String text) {
        Pointer pointer = Pointer.parse(String.valueOf(finding.pointer()));
        if (pointer.steps().isEmpty()) {
            return Node.of(text);
        }
        pointer.put(content, Node.of(text));
        return content;
    }

    /** Without halves of characters, zeros, and what already stands for bytes that were no text. */
    private static String sound(String text) {
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0 && c != 0xFFFD && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .forEach(sound::appendCodePoint);
        return sound.toString();
    }

    private static String filtered(String text, Group group) {
        StringBuilder filtered = new StringBuilder(text.length());
        int position = 0;
        for (Secret secret = SecretScanner.next(text, 0); secret != null; ) {
            if (secret.kind().group() == group) {
                filtered.append(text, position, secret.start()).append(ContentSubject.FILTERED);
                position = secret.end();
            }
            secret = SecretScanner.next(text, secret.end());
        }
        return filtered.append(text, position, text.length()).toString();
    }
}
