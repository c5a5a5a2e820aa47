package dev.sentryai.protocol.price;

/** Names of models as prices are looked up by. Read by hand: a regular expression is compiled slower than a table of prices is read. */
final class ModelName {

    private static final int COMPACT_DATE = 8;
    private static final int YEAR = 4;
    private static final int MONTH_OR_DAY = 2;

    private ModelName() {}

    /**
     * Returns the name without a date, a version with whatever follows it, or both, which Sentry takes off a name before it looks up
     * the price: {@code gpt-4o} for {@code gpt-4o-2024-08-06}.
     */
    static String normalize(String model) {
        for (int at = 0; at < model.length(); at++) {
            if (endsWithDateAndVersion(model, at)) {
                return at == 0 ? model : model.substring(0, at);
            }
        }
        return model;
    }

    /** Whether there is nothing else from that place on. */
    private static boolean endsWithDateAndVersion(String model, int start) {
        char separator = model.charAt(start);
        if (separator != '-' && separator != '_' && separator != '@') {
            return false;
        }
        int date = afterDate(model, start + 1);
        return date == model.length() || endsWithVersion(model, start) || (date > 0 && endsWithVersion(model, date));
    }

    /** Returns where the date ends, 0 if there is none. */
    private static int afterDate(String model, int start) {
        if (hasDigits(model, start, COMPACT_DATE)) {
            return start + COMPACT_DATE;
        }
        int month = start + YEAR + 1;
        int day = month + MONTH_OR_DAY + 1;
        boolean isDate = hasDigits(model, start, YEAR)
                && isOneOf("-/.", model, month - 1)
                && hasDigits(model, month, MONTH_OR_DAY)
                && isOneOf("-/.", model, day - 1)
                && hasDigits(model, day, MONTH_OR_DAY);
        return isDate ? day + MONTH_OR_DAY : 0;
    }

    private static boolean endsWithVersion(String model, int start) {
        if (!isOneOf("-_", model, start) || !isOneOf("v", model, start + 1) || !hasDigits(model, start + 2, 1)) {
            return false;
        }
        int end = afterDigits(model, start + 2);
        if (isOneOf(".", model, end)) {
            end = afterDigits(model, end + 1);
        }
        return end == model.length() || (isOneOf("-:", model, end) && model.indexOf('\n', end) < 0);
    }

    private static boolean hasDigits(String text, int start, int count) {
        return start + count <= text.length() && afterDigits(text, start) >= start + count;
    }

    private static int afterDigits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isOneOf(String characters, String text, int at) {
        return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }
}
