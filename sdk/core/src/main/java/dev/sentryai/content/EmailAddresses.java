package dev.sentryai.content;

import java.util.regex.Pattern;

/** E-mail addresses, those with letters of any language too. */
public final class EmailAddresses {

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

    private EmailAddresses() {}

    /** Returns the text with {@code [email]} in the place of each. */
    public static String filter(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("[email]");
    }
}
