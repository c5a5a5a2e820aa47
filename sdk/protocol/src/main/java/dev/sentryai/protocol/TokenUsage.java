package dev.sentryai.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that a call, or a sum of calls, used. Null means not known, zero means none. The record holds whatever a span said,
 * even nonsense such as negative numbers; who makes one to be sent uses the {@link #builder}, which refuses that.
 *
 * @param input tokens read, cache reads and cache creation included
 * @param output tokens written, reasoning included
 * @param cacheRead those of {@code input} that came out of the provider's cache
 * @param cacheCreation those of {@code input} that were put into the provider's cache
 * @param reasoning those of {@code output} that were spent on reasoning
 * @param total the total as it was given; see {@link #totalOrSum}
 */
public record TokenUsage(
        @Nullable Long input,
        @Nullable Long output,
        @Nullable Long cacheRead,
        @Nullable Long cacheCreation,
        @Nullable Long reasoning,
        @Nullable Long total) {

    /** Nothing known. */
    public static final TokenUsage NONE = new TokenUsage(null, null, null, null, null, null);

    /** Returns a builder for a usage of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Tells whether nothing is known. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Returns the total as given, else the sum of input and output if both are known, else empty. */
    public Optional<Long> totalOrSum() {
        if (total != null) {
            return Optional.of(total);
        }
        return input == null || output == null ? Optional.empty() : Optional.ofNullable(sum(input, output));
    }

    /**
     * Returns the sum of both. What only one of them knows counts as it is; sums that do not fit are {@link Long#MAX_VALUE} or
     * {@link Long#MIN_VALUE}. The total is null if neither was given one, and else includes the {@link #totalOrSum} of the other.
     */
    public TokenUsage plus(TokenUsage other) {
        boolean totalGiven = total != null || other.total != null;
        return new TokenUsage(
                sum(input, other.input),
                sum(output, other.output),
                sum(cacheRead, other.cacheRead),
                sum(cacheCreation, other.cacheCreation),
                sum(reasoning, other.reasoning),
                totalGiven ? sum(totalOrSum().orElse(null), other.totalOrSum().orElse(null)) : null);
    }

    /** Returns these counts, and where nothing is known those of the other; its total only if nothing is known of these two. */
    public TokenUsage or(TokenUsage other) {
        boolean totalIsKnown = total != null || input != null || output != null;
        return new TokenUsage(
                input == null ? other.input : input,
                output == null ? other.output : output,
                cacheRead == null ? other.cacheRead : cacheRead,
                cacheCreation == null ? other.cacheCreation : cacheCreation,
                reasoning == null ? other.reasoning : reasoning,
                totalIsKnown ? total : other.total);
    }

    private static @Nullable Long sum(@Nullable Long left, @Nullable Long right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        long sum = left + right;
        boolean overflow = ((left ^ sum) & (right ^ sum)) < 0;
        return overflow ? (left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : Long.valueOf(sum);
    }

    /** Collects the numbers of a {@link TokenUsage}; not thread-safe. Every setter refuses negative numbers. */
    public static final class Builder {

        private @Nullable Long input;
        private @Nullable Long output;
        private @Nullable Long cacheRead;
        private @Nullable Long cacheCreation;
        private @Nullable Long reasoning;
        private @Nullable Long total;

        private Builder() {}

        /**
         * Sets the tokens read, cache reads and cache creation included.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder input(long tokens) {
            input = checked("input", tokens);
            return this;
        }

        /**
         * Sets the tokens written, reasoning included.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder output(long tokens) {
            output = checked("output", tokens);
            return this;
        }

        /**
         * Sets how many of the input tokens came out of the provider's cache.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder cacheRead(long tokens) {
            cacheRead = checked("cacheRead", tokens);
            return this;
        }

        /**
         * Sets how many of the input tokens were put into the provider's cache.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder cacheCreation(long tokens) {
            cacheCreation = checked("cacheCreation", tokens);
            return this;
        }

        /**
         * Sets how many of the output tokens were spent on reasoning.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder reasoning(long tokens) {
            reasoning = checked("reasoning", tokens);
            return this;
        }

        /**
         * Sets the total; only needed where it is not the sum of input and output.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder total(long tokens) {
            total = checked("total", tokens);
            return this;
        }

        /** Returns the usage. */
        public TokenUsage build() {
            return new TokenUsage(input, output, cacheRead, cacheCreation, reasoning, total);
        }

        private static long checked(String name, long tokens) {
            if (tokens < 0) {
                throw new IllegalArgumentException(name + " must not be negative but was " + tokens);
            }
            return tokens;
        }
    }
}
