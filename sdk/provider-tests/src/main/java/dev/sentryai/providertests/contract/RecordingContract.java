package dev.sentryai.providertests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import org.junit.jupiter.api.Test;

/**
 * What of the content is recorded, and that nothing else is.
 *
 * @param <C> the type of the provider's client
 */
public interface RecordingContract<C> extends Benched<C> {

    /** Appears in everything that goes in. */
    String CANARY_IN = "canary-in-7c1e";

    /** Appears in everything that comes out. */
    String CANARY_OUT = "canary-out-93fa";

    /** Appears in no place at all: the content of an image. */
    String CANARY_BINARY = "Y2FuYXJ5LWJpbmFyeQ";

    /** Without a decision, no content leaves the process. */
    @Test
    default void contentIsNotRecordedByDefault() throws Exception {
        converse();

        assertThat(bench().telemetry().aiSpans()).hasSize(2);
        assertThat(bench().everythingSent()).doesNotContain(CANARY_IN, CANARY_OUT, CANARY_BINARY);
    }

    /** Inputs can be recorded without outputs. */
    @Test
    default void inputsAloneAreRecorded() throws Exception {
        bench().configure(ai -> {
            ai.setRecordInputs(true);
            ai.setRecordOutputs(false);
        });

        converse();

        assertThat(bench().telemetry().aiSpans()).hasSize(2);
        assertThat(bench().everythingSent()).contains(CANARY_IN).doesNotContain(CANARY_OUT);
    }

    /** Outputs can be recorded without inputs. */
    @Test
    default void outputsAloneAreRecorded() throws Exception {
        bench().configure(ai -> {
            ai.setRecordInputs(false);
            ai.setRecordOutputs(true);
        });

        converse();

        assertThat(bench().telemetry().aiSpans()).hasSize(2);
        assertThat(bench().everythingSent()).contains(CANARY_OUT).doesNotContain(CANARY_IN);
    }

    /** What is left to the Sentry SDK follows its switch for personal data. */
    @Test
    @SuppressWarnings("deprecation") // deprecated by newer versions of the Sentry SDK only
    default void undecidedRecordingFollowsSendDefaultPii() throws Exception {
        bench().configure(options -> options.setSendDefaultPii(true), ai -> {});

        converse();

        assertThat(bench().everythingSent()).contains(CANARY_IN, CANARY_OUT);
    }

    /** What was decided for a client counts more than what was decided for all. */
    @Test
    default void settingsOfTheClientCountMore() throws Exception {
        bench().recordContent();
        C inputsOnly = bench().provider().wrap(bench().bare(), true, false);

        converse(inputsOnly);

        assertThat(bench().everythingSent()).contains(CANARY_IN).doesNotContain(CANARY_OUT);
    }

    private void converse() throws Exception {
        converse(bench().client());
    }

    private void converse(C client) throws Exception {
        bench().answer(Reply.text(CANARY_OUT).withToolCall("call_1", "weather", "{\"city\":\"" + CANARY_OUT + "\"}"));
        Question question = Question.of(CANARY_IN)
                .withInstructions(CANARY_IN)
                .withImage("data:image/png;base64," + CANARY_BINARY + "==")
                .withTools(CANARY_IN)
                .withToolUse(new ToolUse("call_0", CANARY_IN, "{\"city\":\"" + CANARY_IN + "\"}", CANARY_IN));
        bench().inTransaction(() -> {
            bench().provider().ask(client, question);
            try (AnswerStream answer = bench().provider().stream(client, question)) {
                return answer.readAll();
            }
        });
    }
}
