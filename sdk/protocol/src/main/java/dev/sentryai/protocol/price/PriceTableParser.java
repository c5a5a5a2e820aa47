package dev.sentryai.protocol.price;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads one text; see {@link PriceTable#parse}. */
final class PriceTableParser {

    private static final String NOTHING = "-";
    private static final List<String> RATES = List.of("input", "output", "cache read", "cache write", "reasoning");
    private static final int CONTEXT_WINDOW = 1 + RATES.size();

    private final String name;
    private final Map<String, ModelPrice> prices = new LinkedHashMap<>();
    private PriceSource source;
    private int line;

    PriceTableParser(String name) {
        this.name = name;
        this.source = new PriceSource(name, null, null);
    }

    PriceTable parse(String text) {
        text.lines().forEach(next -> {
            line++;
            String content = next.strip();
            if (!content.isEmpty() && content.charAt(0) != '#') {
                read(content);
            }
        });
        return PriceTable.of(source, prices);
    }

    private void read(String content) {
        int colon = content.indexOf(": ");
        if (colon > 0 && prices.isEmpty()) {
            source = withField(
                    content.substring(0, colon), content.substring(colon + 1).strip());
        } else {
            readModel(columns(content));
        }
    }

    private static List<String> columns(String content) {
        List<String> columns = new ArrayList<>();
        // No regular expression, which would be compiled for every line.
        StringTokenizer tokens = new StringTokenizer(content);
        while (tokens.hasMoreTokens()) {
            columns.add(tokens.nextToken());
        }
        return columns;
    }

    private PriceSource withField(String field, String value) {
        return switch (field) {
            case "source" -> new PriceSource(value, source.commit(), source.date());
            case "commit" -> new PriceSource(source.name(), value, source.date());
            case "date" -> new PriceSource(source.name(), source.commit(), date(value));
            default -> throw malformed("a field source, commit or date", field);
        };
    }

    private LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw malformed("a date such as 2026-07-02", value);
        }
    }

    private void readModel(List<String> columns) {
        if (columns.size() < 2 || columns.size() > CONTEXT_WINDOW + 1) {
            throw malformed("a model, up to five rates and a context window", String.join(" ", columns));
        }
        double[] rates = new double[RATES.size()];
        for (int rate = 0; rate < rates.length && rate + 1 < columns.size(); rate++) {
            rates[rate] = rate(RATES.get(rate), columns.get(rate + 1));
        }
        ModelPrice price = ModelPrice.perMillionTokens(rates[0], rates[1], rates[2], rates[3], rates[4])
                .withContextWindow(columns.size() > CONTEXT_WINDOW ? contextWindow(columns.get(CONTEXT_WINDOW)) : null);
        if (prices.put(columns.get(0), price) != null) {
            throw malformed("every model once", columns.get(0));
        }
    }

    private double rate(String what, String text) {
        double rate = text.equals(NOTHING) ? 0 : number(what, text);
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw malformed("a price of " + what + " in US dollars, not below zero", text);
        }
        return rate;
    }

    private double number(String what, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw malformed("a price of " + what + " in US dollars", text);
        }
    }

    private @Nullable Long contextWindow(String text) {
        if (text.equals(NOTHING)) {
            return null;
        }
        try {
            long tokens = Long.parseLong(text);
            if (tokens > 0) {
                return tokens;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw malformed("a context window in whole tokens", text);
    }

    private IllegalArgumentException malformed(String expected, String found) {
        return new IllegalArgumentException(
                "%s, line %d: expected %s but found \"%s\"".formatted(name, line, expected, found));
    }
}
