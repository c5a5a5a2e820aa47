package dev.sentryai.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TokenUsageTest {

    @Test
    void builderKeepsWhatIsGivenAndNothingElse() {
        TokenUsage usage = TokenUsage.builder()
                .input(12)
                .output(30)
                .cacheRead(0)
                .cacheCreation(3)
                .reasoning(4)
                .total(50)
                .build();

        assertThat(usage).isEqualTo(new TokenUsage(12L, 30L, 0L, 3L, 4L, 50L));
        assertThat(TokenUsage.builder().build()).isEqualTo(TokenUsage.NONE);
    }

    @Test
    void builderRefusesNegativeNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenUsage.builder().input(-1))
                .withMessage("input must not be negative but was -1");
        assertThat(List.<Consumer<TokenUsage.Builder>>of(
                        builder -> builder.output(-1),
                        builder -> builder.cacheRead(-1),
                        builder -> builder.cacheCreation(-1),
                        builder -> builder.reasoning(-1),
                        builder -> builder.total(-1)))
                .allSatisfy(setter ->
                        assertThatIllegalArgumentException().isThrownBy(() -> setter.accept(TokenUsage.builder())));
    }

    @Test
    void recordHoldsWhateverWasSent() {
        assertThat(new TokenUsage(-5L, null, null, null, null, null).input()).isEqualTo(-5);
    }

    @Test
    void onlyNothingIsEmpty() {
        assertThat(TokenUsage.NONE.isEmpty()).isTrue();
        assertThat(TokenUsage.builder().input(0).build().isEmpty()).isFalse();
    }

    @Test
    void totalIsTheGivenOneElseTheSum() {
        assertThat(TokenUsage.builder().input(1).output(2).total(9).build().totalOrSum())
                .contains(9L);
        assertThat(TokenUsage.builder().input(1).output(2).build().totalOrSum()).contains(3L);
        assertThat(TokenUsage.builder().input(1).build().totalOrSum()).isEmpty();
    }

    @Test
    void sumCountsWhatOneSideKnows() {
        TokenUsage sum = TokenUsage.builder()
                .input(1)
                .output(2)
                .reasoning(1)
                .build()
                .plus(TokenUsage.builder().input(10).cacheRead(5).build());

        assertThat(sum).isEqualTo(new TokenUsage(11L, 2L, 5L, null, 1L, null));
        assertThat(sum.plus(TokenUsage.NONE)).isEqualTo(sum);
    }

    @Test
    void sumOfTotalsIncludesTheImpliedOnes() {
        TokenUsage given = TokenUsage.builder().total(5).build();
        TokenUsage implied = TokenUsage.builder().input(1).output(2).build();

        assertThat(given.plus(implied).total()).isEqualTo(8);
        assertThat(implied.plus(given).total()).isEqualTo(8);
    }

    @Test
    void sumsThatDoNotFitStayAtTheLimit() {
        TokenUsage most = TokenUsage.builder().input(Long.MAX_VALUE).build();
        TokenUsage least = new TokenUsage(Long.MIN_VALUE, null, null, null, null, null);

        assertThat(most.plus(most).input()).isEqualTo(Long.MAX_VALUE);
        assertThat(least.plus(least).input()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void whatIsNotKnownIsTakenFromTheOther() {
        TokenUsage known = TokenUsage.builder().output(2).build();
        TokenUsage other =
                TokenUsage.builder().input(7).output(9).cacheRead(1).total(16).build();

        assertThat(known.or(other))
                .isEqualTo(TokenUsage.builder().input(7).output(2).cacheRead(1).build());
        assertThat(TokenUsage.NONE.or(other)).isEqualTo(other);
        assertThat(other.or(known)).isEqualTo(other);
    }
}
