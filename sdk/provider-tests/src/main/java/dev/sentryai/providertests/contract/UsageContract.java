package dev.sentryai.providertests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import org.junit.jupiter.api.Test;

/**
 * Token counts: input includes what came from and went to a cache, output includes reasoning, however the provider counts.
 *
 * @param <C> the type of the provider's client
 */
public interface UsageContract<C> extends Benched<C> {

    /** Input and output are counted, and the total is their sum. */
    @Test
    default void tokensAreCounted() throws Exception {
        bench().answer(Reply.text("Hello").withUsage(100, 40));

        TokenUsage usage = usageOfAnAnswer();

        assertThat(usage.input()).isEqualTo(100);
        assertThat(usage.output()).isEqualTo(40);
        assertThat(usage.totalOrSum()).contains(140L);
    }

    /** A count of zero is a count. */
    @Test
    default void zeroTokensAreCounted() throws Exception {
        bench().answer(Reply.text("Hello").withUsage(100, 0));

        assertThat(usageOfAnAnswer().output()).isZero();
    }

    /** What came from the cache is part of the input. */
    @Test
    default void cachedTokensArePartOfTheInput() throws Exception {
        bench().needs(Feature.CACHED_TOKENS);
        bench().answer(Reply.text("Hello").withUsage(100, 40).withCachedTokens(64));

        TokenUsage usage = usageOfAnAnswer();

        assertThat(usage.input()).isEqualTo(100);
        assertThat(usage.cacheRead()).isEqualTo(64);
        assertThat(usage.totalOrSum()).contains(140L);
    }

    /** What was written to the cache is part of the input. */
    @Test
    default void tokensWrittenToTheCacheArePartOfTheInput() throws Exception {
        bench().needs(Feature.CACHE_WRITE_TOKENS);
        bench().answer(Reply.text("Hello").withUsage(100, 40).withCacheWriteTokens(30));

        TokenUsage usage = usageOfAnAnswer();

        assertThat(usage.input()).isEqualTo(100);
        assertThat(usage.cacheCreation()).isEqualTo(30);
        assertThat(usage.totalOrSum()).contains(140L);
    }

    /** What was spent on reasoning is part of the output. */
    @Test
    default void reasoningTokensArePartOfTheOutput() throws Exception {
        bench().needs(Feature.REASONING_TOKENS);
        bench().answer(Reply.text("Hello").withUsage(100, 40).withReasoningTokens(25));

        TokenUsage usage = usageOfAnAnswer();

        assertThat(usage.output()).isEqualTo(40);
        assertThat(usage.reasoning()).isEqualTo(25);
        assertThat(usage.totalOrSum()).contains(140L);
    }

    /** A stream counts like a whole answer. */
    @Test
    default void streamedTokensAreCountedAlike() throws Exception {
        Reply reply = Reply.text("one two three")
                .withUsage(100, 40)
                .withCachedTokens(64)
                .withCacheWriteTokens(30)
                .withReasoningTokens(25);
        bench().answer(reply);
        TokenUsage whole = usageOfAnAnswer();
        bench().sentry().clear();

        bench().inTransaction(() -> {
            try (AnswerStream answer = bench().provider().stream(bench().client(), Question.of("Hi"))) {
                return answer.readAll();
            }
        });

        assertThat(bench().onlyAiSpan().usage()).isEqualTo(whole);
    }

    /** An answer that tells nothing about tokens is recorded without. */
    @Test
    default void answerWithoutUsageHasNone() throws Exception {
        bench().leavesOut(Gap.USAGE);
        bench().answer(Reply.text("Hello").withoutUsage());

        assertThat(usageOfAnAnswer().isEmpty()).isTrue();
    }

    private TokenUsage usageOfAnAnswer() throws Exception {
        bench().inTransaction(() -> bench().provider().ask(bench().client(), Question.of("Hi")));
        return bench().onlyAiSpan().usage();
    }
}
