package dev.sentryai;

import java.util.regex.Pattern;

/** E-mail addresses, those with letters of any language too. */
final class EmailAddresses {

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

    private EmailAddresses() {}

    static String filter(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("[email]");
    }
}
