package dev.sentryai.telemetry.envelope;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the form in which nearly every SDK writes a time, because the JDK takes longer for it than we for a whole envelope. */
final class UtcTime {

    /** Up to the second. */
    private static final String PATTERN = "0000-00-00T00:00:00";

    private static final int SAFE_DAYS = 28;
    private static final int NANO_DIGITS = 9;
    private static final int SECONDS_PER_DAY = 86_400;

    private UtcTime() {}

    /** Takes {@code 2026-11-20T15:17:52.272Z} with up to nine decimals or none; null for everything else, days beyond 28 included. */
    static @Nullable Instant parse(String text) {
        int end = text.length() - 1;
        if (end < PATTERN.length() || text.charAt(end) != 'Z' || !hasPattern(text)) {
            return null;
        }
        int nanos = end == PATTERN.length() ? 0 : nanos(text, end);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (nanos < 0
                || month < 1
                || month > 12
                || day < 1
                || day > SAFE_DAYS
                || hour > 23
                || minute > 59
                || second > 59) {
            return null;
        }
        long seconds = (hour * 60L + minute) * 60 + second;
        return Instant.ofEpochSecond(epochDay(number(text, 0, 4), month, day) * SECONDS_PER_DAY + seconds, nanos);
    }

    private static boolean hasPattern(String text) {
        for (int i = 0; i < PATTERN.length(); i++) {
            char expected = PATTERN.charAt(i);
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    /** The decimals behind the point; below zero if there is none, or something else. */
    private static int nanos(String text, int end) {
        int first = PATTERN.length() + 1;
        if (text.charAt(PATTERN.length()) != '.' || end - first < 1 || end - first > NANO_DIGITS) {
            return -1;
        }
        int nanos = 0;
        for (int i = first; i < first + NANO_DIGITS; i++) {
            char c = i < end ? text.charAt(i) : '0';
            if (c < '0' || c > '9') {
                return -1;
            }
            nanos = nanos * 10 + (c - '0');
        }
        return nanos;
    }

    /** Days since 1970, with years that begin in March so that the leap day comes last. */
    private static long epochDay(int year, int month, int day) {
        long marchYear = month > 2 ? year : year - 1;
        long marchMonth = (month + 9L) % 12;
        long leapDays = Math.floorDiv(marchYear, 4L) - Math.floorDiv(marchYear, 100L) + Math.floorDiv(marchYear, 400L);
        return marchYear * 365 + leapDays + (marchMonth * 306 + 5) / 10 + day - 719_469;
    }
}
