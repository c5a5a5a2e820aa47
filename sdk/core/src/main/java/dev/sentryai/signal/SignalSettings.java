package dev.sentryai.signal;

/**
 * What the application wants to be told of every call, sampled or not.
 *
 * @param metrics whether calls are counted
 * @param logs whether there is a log entry per call
 */
public record SignalSettings(boolean metrics, boolean logs) {

    /** Spans are enough. */
    public static final SignalSettings NONE = new SignalSettings(false, false);
}
