package dev.sentryai.runtime;

import dev.sentryai.protocol.GenAiAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conversation of a span: what was set on it or around it comes before what a library told. Thread-safe. */
final class Conversation {

    private final Position position;
    private final @Nullable Conversation around;
    private volatile @Nullable String set;
    private volatile @Nullable String inferred;

    /**
     * @param position where the span is, as somebody else's span between this one and the next may have an id
     * @param around that of our span around; null when there is none
     */
    Conversation(Position position, @Nullable Conversation around) {
        this.position = position;
        this.around = around;
    }

    void set(@Nullable String id) {
        set = id;
    }

    void infer(@Nullable String id) {
        if (inferred == null) {
            inferred = id;
        }
    }

    /** @param inScope the id that the application set for the code around; null when it did not */
    Optional<String> id(@Nullable String inScope) {
        return nearestSet().or(() -> Optional.ofNullable(inScope)).or(this::outermostInferred);
    }

    private Optional<String> nearestSet() {
        Optional<String> own = Optional.ofNullable(set);
        if (own.isEmpty()) {
            own = position.foreignData(GenAiAttributes.CONVERSATION_ID).map(Object::toString);
        }
        return own.isPresent() || around == null ? own : around.nearestSet();
    }

    private Optional<String> outermostInferred() {
        Optional<String> outer = around == null ? Optional.empty() : around.outermostInferred();
        return outer.or(() -> Optional.ofNullable(inferred));
    }
}
