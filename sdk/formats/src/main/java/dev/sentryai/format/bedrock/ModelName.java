package dev.sentryai.format.bedrock;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of models, by which prices are found. */
final class ModelName {

    private static final String RESOURCE = "arn:";

    /** Where the id of a model, or of a profile for one, stands in the name of a resource. */
    private static final Pattern MODEL_RESOURCE = Pattern.compile("arn:.*:(?:foundation-model|inference-profile)/(.+)");

    /** A maker and its model; in profiles they stand behind the part of the world in which requests are spread. */
    private static final Pattern MODEL = Pattern.compile("[a-z0-9-]+\\.[A-Za-z].*");

    private ModelName() {}

    /** Returns an id as it is, or what the name of a resource of AWS ends in. */
    static String of(String modelId) {
        return modelId.startsWith(RESOURCE) ? modelId.substring(modelId.lastIndexOf('/') + 1) : modelId;
    }

    /** Returns the model that an id names; empty if it names none. Prices of profiles differ, so their ids stay whole. */
    static Optional<String> ofModel(String modelId) {
        Matcher resource = MODEL_RESOURCE.matcher(modelId);
        String id = resource.matches() ? resource.group(1) : modelId;
        boolean namesModel = !id.startsWith(RESOURCE) && MODEL.matcher(id).matches();
        return namesModel ? Optional.of(id) : Optional.empty();
    }
}
