package dev.sentryai.context;

import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;

/** Warns, once for each start of the Sentry SDK, when a conversation id will not work as part of a URL. */
final class ConversationIdCheck {

    private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final Set<SentryOptions> warned =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** The id itself is not logged: what does not fit is often an e-mail address. */
    void check(String id, SentryOptions options) {
        if (!GOOD.matcher(id).matches() && warned.add(options)) {
            options.getLogger()
                    .log(
                            SentryLevel.WARNING,
                            "A conversation id should have 1 to 128 characters out of A-Z, a-z, 0-9, _ and -, as Sentry"
                                    + " puts it into a URL. One of %d characters does not; it is sent as it is.",
                            id.length());
        }
    }
}
