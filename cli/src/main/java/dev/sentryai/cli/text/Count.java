package dev.sentryai.cli.text;

/** Numbers with the thing that they count. */
public final class Count {

    private Count() {}

    /**
     * A number with its noun in the singular or plural.
     *
     * @param number how many
     * @param what one of them
     * @return for example {@code 2 spans}
     */
    public static String of(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
