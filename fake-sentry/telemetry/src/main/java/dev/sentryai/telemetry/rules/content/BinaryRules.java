package dev.sentryai.telemetry.rules.content;

import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import dev.sentryai.telemetry.rules.subject.content.PartSubject;
import java.util.List;
import java.util.function.Consumer;

/** Bytes of images, audio and the like in place of their substitute: GENAI186. */
public final class BinaryRules {

    private static final String SUBSTITUTE = "[Blob substitute]";

    /** Longer runs are no word, id or key. */
    private static final int LONGEST_RUN = 512;

    private static final String BASE64_MARK = ";base64,";

    private BinaryRules() {}

    public static List<Rule<ContentSubject>> all() {
        return List.of(Rule.of("GENAI186", BinaryRules::binary));
    }

    static void binary(ContentSubject content, Consumer<Violation> found) {
        for (PartSubject part : content.parts()) {
            String bytes = part.isOfType("blob") ? part.object().text("content") : null;
            if (bytes != null && !isReplaced(bytes) && !isBinary(bytes)) {
                report(content, part.pointer() + "/content", bytes, found);
            }
        }
        if (content.text().length() > LONGEST_RUN || content.text().contains(BASE64_MARK)) {
            content.eachText((name, text, path) -> {
                if (isBinary(text)) {
                    report(content, path.pointer(), text, found);
                }
            });
        }
    }

    private static boolean isReplaced(String bytes) {
        return bytes.equals(SUBSTITUTE) || bytes.equals(ContentSubject.FILTERED);
    }

    private static void report(ContentSubject content, String pointer, String text, Consumer<Violation> found) {
        found.accept(new Violation()
                .pointer(pointer)
                .expected(SUBSTITUTE)
                .with("place", content.place(pointer))
                .with("length", text.length()));
    }

    private static boolean isBinary(String text) {
        int mark = text.indexOf(BASE64_MARK);
        return (mark >= 0 && text.lastIndexOf("data:", mark) >= 0) || hasLongRun(text);
    }

    /** Looks only at every so many characters until one could be in a run that is long enough. */
    private static boolean hasLongRun(String text) {
        int from = 0;
        while (from + LONGEST_RUN < text.length()) {
            int last = from + LONGEST_RUN;
            while (last >= from && isBase64(text.charAt(last))) {
                last--;
            }
            if (last < from) {
                return isMixed(text, from);
            }
            from = last + 1;
        }
        return false;
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_'
                || c == '=';
    }

    /** A line of dashes or one letter again and again is no binary content. */
    private static boolean isMixed(String text, int from) {
        boolean lower = false;
        boolean upper = false;
        boolean digit = false;
        for (int i = from; i <= from + LONGEST_RUN; i++) {
            char c = text.charAt(i);
            lower |= Character.isLowerCase(c);
            upper |= Character.isUpperCase(c);
            digit |= Character.isDigit(c);
        }
        return lower && upper && digit;
    }
}
