package dev.sentryai.junit;

import java.util.Collection;

/** Numbers with the word for what was counted. */
final class Count {

    private Count() {}

    static String of(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static String of(Collection<?> things, String what) {
        return of(things.size(), what);
    }
}
