package dev.sentryai.cli.policy;

import java.util.regex.Pattern;

/** A pattern for names: {@code *} for anything but a slash, {@code **} for anything, {@code ?} for one character. */
final class Wildcard {

    private final String text;
    private final Pattern pattern;

    private Wildcard(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /** Matches whole names. */
    static Wildcard ofName(String text) {
        return new Wildcard(text, Pattern.compile(regex(text, ".*"), Pattern.DOTALL));
    }

    /** Matches paths from any of their directories on. */
    static Wildcard ofPath(String text) {
        return new Wildcard(text, Pattern.compile("(?:.*/)?" + regex(text, "[^/]*"), Pattern.DOTALL));
    }

    boolean matches(String name) {
        return pattern.matcher(name.replace('\\', '/')).matches();
    }

    private static String regex(String text, String star) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append(star);
            } else {
                regex.append(c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
