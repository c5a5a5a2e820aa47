package dev.sentryai.cli.replay;

import java.time.Duration;

/**
 * Where a replay sends, and how fast.
 *
 * @param target what the DSN says
 * @param client how we name ourselves, {@code name/version}
 * @param perSecond envelopes a second at most; zero means as fast as the server takes them
 * @param maxWait how long to wait for a rate limit to end at most; beyond that an envelope counts as refused
 */
public record ReplaySettings(Target target, String client, double perSecond, Duration maxWait) {}
