package dev.sentryai.format.bedrock;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;

/** Adds to what another reader reads the model that the id of a request names, unless the answer knows better: most do not tell. */
record NamedModel(String model, ResponseReader<Wire> reader) implements ResponseReader<Wire> {

    static ResponseReader<Wire> of(String modelId, ResponseReader<Wire> reader) {
        return ModelName.ofModel(modelId)
                .<ResponseReader<Wire>>map(model -> new NamedModel(model, reader))
                .orElse(reader);
    }

    @Override
    public void accept(Wire bodyOrEvent) {
        reader.accept(bodyOrEvent);
    }

    @Override
    public GenAiResponse response() {
        return GenAiResponse.builder().model(model).from(reader.response()).build();
    }
}
