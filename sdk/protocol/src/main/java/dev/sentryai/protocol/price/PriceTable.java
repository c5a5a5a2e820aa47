package dev.sentryai.protocol.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prices of models, looked up as Sentry does on arrival. What is computed with them is an estimate: Sentry's own table is newer and
 * has further sources. Immutable and thread-safe.
 */
public final class PriceTable {

    private final List<PriceList> lists;

    private PriceTable(List<PriceList> lists) {
        this.lists = lists;
    }

    /** Returns the prices that come with this library: those of the main providers' models, from models.dev. */
    public static PriceTable bundled() {
        return Bundled.TABLE;
    }

    /**
     * Makes a table.
     *
     * @param prices by the name of the model, in which a star stands for any text; of names that are the same without date and
     *     version, the first in the map's order counts for others like them
     */
    public static PriceTable of(PriceSource source, Map<String, ModelPrice> prices) {
        return new PriceTable(List.of(new PriceList(source, prices)));
    }

    /**
     * Reads a table from text. It begins with fields, each on a line of its own and all optional: {@code source}, {@code commit} and
     * {@code date}. Then each line has one model: its name, what 1,000,000 tokens of input, output, cache read, cache write and
     * reasoning cost in US dollars, and the context window in tokens, parted by spaces or tabs. {@code -} stands for what is not
     * known, as does what is left out at the end of a line. Lines that begin with {@code #} are comments.
     *
     * <pre>{@code
     * source: our contract
     * date: 2026-07-02
     *
     * gpt-4o      2.0  8.0  1.0
     * our-model*  0.5  1.5  -  -  -  32000
     * }</pre>
     *
     * @param name of the text, such as its file, for messages, and as source where it names none
     * @throws IllegalArgumentException if the text is not so; the message tells the line
     */
    public static PriceTable parse(String name, String text) {
        return new PriceTableParser(name).parse(text);
    }

    /** Returns a table that has these prices and, for models that it does not have, those of another table. */
    public PriceTable orElse(PriceTable other) {
        return new PriceTable(
                Stream.concat(lists.stream(), other.lists.stream()).toList());
    }

    /** Returns where the prices come from, one or more; where prices are looked up first stands first. */
    public List<PriceSource> sources() {
        return lists.stream().map(PriceList::source).toList();
    }

    /**
     * Returns the price of a model. A name that the table does not have is looked up without date and version at its end ({@code
     * gpt-4o-2024-08-06} as {@code gpt-4o}), then without what stands before a name of the table ({@code openai/gpt-4o} and {@code
     * us.openai.gpt-4o} as {@code gpt-4o}; the longest such name counts). Upper and lower case differ.
     *
     * @param model name of the model that answered: that is the one that Sentry looks up
     * @return empty when there is no price, in which case Sentry shows no cost
     */
    public Optional<ModelPrice> find(String model) {
        return lists.stream().flatMap(list -> list.find(model).stream()).findFirst();
    }

    private static final class Bundled {

        private static final String FILE = "prices.tsv";
        private static final PriceTable TABLE = parse(FILE, read());

        private static String read() {
            try (InputStream in = PriceTable.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IllegalStateException("data file missing from the class path: " + FILE);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read data file " + FILE, e);
            }
        }
    }
}
