package dev.sentryai.telemetry.rules.subject.content;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.secret.Secret;
import dev.sentryai.telemetry.rules.secret.SecretScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one walk through the texts of an attribute finds out for several rules. */
final class ContentTexts implements TextVisitor {

    /** Shorter texts occur elsewhere by chance, in characters. */
    static final int SHORTEST_COPY = 20;

    private List<FoundSecret> secrets = List.of();
    private int shortest = Integer.MAX_VALUE;
    private boolean isRepeated;

    @Override
    public void object(JsonObject object) {
        isRepeated |= object.repeated() != null;
    }

    @Override
    public void text(@Nullable String name, String text, TextPath path) {
        if (text.length() >= SHORTEST_COPY) {
            shortest = Math.min(shortest, text.length());
        }
        Secret secret = SecretScanner.next(text, 0);
        while (secret != null) {
            secrets = secrets.isEmpty() ? new ArrayList<>() : secrets;
            secrets.add(new FoundSecret(secret.kind(), path.pointer(), secret.masked(text)));
            secret = SecretScanner.next(text, secret.end());
        }
    }

    /** What should not be there, in the order of the text. */
    List<FoundSecret> secrets() {
        return secrets;
    }

    /** Whether another text is long enough to hold one of these, and that one is not short. */
    boolean fitInto(String other) {
        return other.length() >= shortest;
    }

    long facts() {
        return (secrets.isEmpty() ? 0 : Fact.SECRET.bit()) | (isRepeated ? Fact.REPEATED.bit() : 0);
    }
}
