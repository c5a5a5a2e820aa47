package dev.sentryai.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.HttpResponse;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.models.audio.transcriptions.TranscriptionStreamEvent;
import com.openai.models.audio.translations.TranslationCreateParams;
import com.openai.models.images.ImageCreateVariationParams;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.moderations.ModerationCreateParams;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.telemetry.SpanRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Images, speech, transcripts and moderation: spans, but none that Sentry would take for a call of a chat model. */
@SuppressWarnings("deprecation") // what OpenAI gives up is recorded as long as it is there
class MediaTest extends OpenAiBench {

    private static final String CANARY = "canary-4b7d";
    private static final String BINARY = "binary-c0de";
    private static final ImageGenerateParams IMAGE =
            ImageGenerateParams.builder().model("gpt-image-1").prompt(CANARY).build();
    private static final SpeechCreateParams SPEECH = SpeechCreateParams.builder()
            .model("gpt-4o-mini-tts")
            .voice("alloy")
            .input(CANARY)
            .build();

    @Test
    void imagesAreAPlainSpan() throws Exception {
        SpanRecord span = spanOf(() -> client.images().generate(IMAGE));

        assertThat(span.op()).isEqualTo("function");
        assertThat(span.name()).isEqualTo("generate_image gpt-image-1");
        assertThat(span.status()).isEqualTo("ok");
        assertThat(span.attributes()).containsEntry("server.address", "127.0.0.1");
        assertThat(span.attributes().keySet()).noneMatch(key -> key.startsWith("gen_ai."));
        assertThat(bench.telemetry().aiSpans()).isEmpty();
    }

    @Test
    void editedAndVariedImagesAreSpansToo() throws Exception {
        ImageEditParams edit = ImageEditParams.builder()
                .model("gpt-image-1")
                .image(file())
                .prompt(CANARY)
                .build();
        ImageCreateVariationParams variation = ImageCreateVariationParams.builder()
                .model("dall-e-2")
                .image(file())
                .build();

        assertThat(spanOf(() -> client.images().edit(edit)).name()).isEqualTo("edit_image gpt-image-1");
        assertThat(spanOf(() -> client.images().createVariation(variation)).name())
                .isEqualTo("vary_image dall-e-2");
    }

    @Test
    void streamedImageIsASpanToo() throws Exception {
        SpanRecord span = spanOf(() -> {
            try (StreamResponse<ImageGenStreamEvent> events = client.images().generateStreaming(IMAGE)) {
                return events.stream().count();
            }
        });

        assertThat(span.name()).isEqualTo("generate_image gpt-image-1");
        assertThat(span.attributes().keySet()).noneMatch(key -> key.startsWith("gen_ai."));
    }

    @Test
    void transcriptsAreSpans() throws Exception {
        assertThat(spanOf(() -> client.audio().transcriptions().create(transcription()))
                        .name())
                .isEqualTo("transcribe gpt-4o-transcribe");
    }

    @Test
    void streamedTranscriptIsASpanToo() throws Exception {
        bench.llm().onMedia().reply(Reply.text("unused").withChunks("Good ", "morning"));

        SpanRecord span = spanOf(() -> {
            try (StreamResponse<TranscriptionStreamEvent> events =
                    client.audio().transcriptions().createStreaming(transcription())) {
                assertThat(events.stream()).hasSize(3);
            }
            return null;
        });

        assertThat(span.name()).isEqualTo("transcribe gpt-4o-transcribe");
    }

    @Test
    void translationsAreSpans() throws Exception {
        TranslationCreateParams params = TranslationCreateParams.builder()
                .model("whisper-1")
                .file(file())
                .build();

        assertThat(spanOf(() -> client.audio().translations().create(params)).name())
                .isEqualTo("translate whisper-1");
    }

    @Test
    void speechIsASpanAndItsSoundIsTheApplications() throws Exception {
        SpanRecord span = spanOf(() -> {
            try (HttpResponse sound = client.audio().speech().create(SPEECH)) {
                assertThat(sound.body().readAllBytes()).isNotEmpty();
            }
            return null;
        });

        assertThat(span.name()).isEqualTo("synthesize_speech gpt-4o-mini-tts");
    }

    @Test
    void moderationsAreSpans() throws Exception {
        ModerationCreateParams params = ModerationCreateParams.builder()
                .model("omni-moderation-latest")
                .input(CANARY)
                .build();

        assertThat(spanOf(() -> client.moderations().create(params)).name())
                .isEqualTo("moderate omni-moderation-latest");
        assertThat(bench.everythingSent()).doesNotContain(CANARY);
    }

    @Test
    void asynchronousCallsAreSpansToo() throws Exception {
        assertThat(spanOf(() -> client.async().images().generate(IMAGE).get(10, TimeUnit.SECONDS))
                        .name())
                .isEqualTo("generate_image gpt-image-1");
        assertThat(spanOf(() -> client.async().audio().speech().create(SPEECH).get(10, TimeUnit.SECONDS))
                        .name())
                .isEqualTo("synthesize_speech gpt-4o-mini-tts");
        assertThat(spanOf(() -> {
                            AsyncStreamResponse<ImageGenStreamEvent> events =
                                    client.async().images().generateStreaming(IMAGE);
                            return events.subscribe(event -> {})
                                    .onCompleteFuture()
                                    .get(10, TimeUnit.SECONDS);
                        })
                        .name())
                .isEqualTo("generate_image gpt-image-1");
    }

    @Test
    void contentIsNotRecordedAsAPlainSpanHasNoRoomForIt() throws Exception {
        bench.recordContent();
        bench.llm().onMedia().reply(Reply.text(CANARY));

        spanOf(() -> client.images().generate(IMAGE));
        spanOf(() -> client.audio().transcriptions().create(transcription()));

        assertThat(bench.everythingSent()).doesNotContain(CANARY, BINARY);
    }

    @Test
    void errorFailsTheSpanAndQuotesNothing() throws Exception {
        bench.llm().onMedia().reply(Reply.error(400).withMessage("Not allowed: " + CANARY));

        SpanRecord span = spanOf(() -> {
            assertThatThrownBy(() -> client.images().generate(IMAGE)).isInstanceOf(OpenAIServiceException.class);
            return null;
        });

        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(bench.telemetry().events()).hasSize(1);
        assertThat(bench.everythingSent()).doesNotContain(CANARY);
    }

    @Test
    void unsampledCallsLeaveNothing() throws Exception {
        bench.configure(options -> options.setTracesSampleRate(0.0), ai -> {});

        bench.inTransaction(() -> client.images().generate(IMAGE));

        assertThat(bench.telemetry().spans()).isEmpty();
    }

    private <T> SpanRecord spanOf(Callable<T> call) throws Exception {
        int before = bench.telemetry().spans().size();
        bench.inTransaction(call);
        return bench.telemetry().spans().stream()
                .skip(before)
                .filter(span -> "function".equals(span.op()))
                .findFirst()
                .orElseThrow();
    }

    private static TranscriptionCreateParams transcription() {
        return TranscriptionCreateParams.builder()
                .model("gpt-4o-transcribe")
                .file(file())
                .prompt(CANARY)
                .build();
    }

    private static InputStream file() {
        return new ByteArrayInputStream(BINARY.getBytes(StandardCharsets.UTF_8));
    }
}
