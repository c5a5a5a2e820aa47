package dev.sentryai.format.google;

import dev.sentryai.wire.Wire;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of fields in requests, which the API also takes in snake case, as its examples have them. */
final class Names {

    private static final Pattern UPPER = Pattern.compile("(?=[A-Z])");

    private Names() {}

    /**
     * Returns what an object of a request has under a name.
     *
     * @param name in camel case
     */
    static Wire get(Wire owner, String name) {
        Wire member = owner.get(name);
        return member.isPresent() ? member : owner.get(snake(name));
    }

    static String snake(String name) {
        return UPPER.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
