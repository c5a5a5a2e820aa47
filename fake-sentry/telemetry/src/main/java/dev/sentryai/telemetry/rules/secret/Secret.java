package dev.sentryai.telemetry.rules.secret;

/**
 * A secret, or what looks like one, in a text.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
public record Secret(SecretKind kind, int start, int end) {

    private static final int SHOWN = 4;

    /** How it begins if that tells its kind only, and how long it is: enough to find it, too little to use it. */
    public String masked(String text) {
        String shown = kind.group() == SecretKind.Group.KEY && kind != SecretKind.ASSIGNED_KEY
                ? text.substring(start, Math.min(end, start + SHOWN))
                : "";
        return shown + "… (" + (end - start) + " characters)";
    }
}
