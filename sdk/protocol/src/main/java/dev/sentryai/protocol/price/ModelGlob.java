package dev.sentryai.protocol.price;

import java.util.List;

/**
 * A name with stars, each for any text.
 *
 * @param literals what stands between the stars; at least two
 */
record ModelGlob(List<String> literals) {

    static boolean isGlob(String name) {
        return name.indexOf('*') >= 0;
    }

    static ModelGlob parse(String glob) {
        return new ModelGlob(List.of(glob.split("\\*", -1)));
    }

    boolean matches(String name) {
        String last = literals.get(literals.size() - 1);
        if (!name.startsWith(literals.get(0)) || !name.endsWith(last)) {
            return false;
        }
        int from = literals.get(0).length();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int at = name.indexOf(literal, from);
            if (at < 0) {
                return false;
            }
            from = at + literal.length();
        }
        return from + last.length() <= name.length();
    }

    /** Returns how much of a name the glob decides. */
    int length() {
        return literals.stream().mapToInt(String::length).sum();
    }
}
