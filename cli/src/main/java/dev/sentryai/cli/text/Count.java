package dev.sentryai.cli.text;

/** Numbers with the thing that they count. */
final class Count {

    private Count() {}

    static String of(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
