package dev.sentryai.telemetry.rules;

import java.util.Map;

/** Fills {@code {placeholders}} of the catalogue's texts. */
final class Template {

    private Template() {}

    /**
     * Replaces every placeholder once; braces inside values stay as they are.
     *
     * @throws IllegalStateException if a placeholder has no value: the rule and its catalogue entry do not fit
     */
    static String fill(String template, Map<String, String> values) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        int position = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', position)) {
            int close = template.indexOf('}', open);
            String value = values.get(template.substring(open + 1, close));
            if (value == null) {
                throw new IllegalStateException(
                        "No value for " + template.substring(open, close + 1) + " of: " + template);
            }
            text.append(template, position, open).append(value);
            position = close + 1;
        }
        return text.append(template, position, template.length()).toString();
    }
}
