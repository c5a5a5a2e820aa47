package dev.sentryai.settings;

/**
 * What the application decided about spans of calls to models, agents and tools that somebody else makes.
 *
 * @param replaced whether our span of a call takes the place of one that they made for it; otherwise theirs stays and
 *     gets what it lacks
 * @param streamed whether theirs are delivered on their own where ours are
 */
public record ForeignSettings(boolean replaced, boolean streamed) {

    /** Theirs stay, and are delivered as ours are. */
    public static final ForeignSettings DEFAULT = new ForeignSettings(false, true);
}
