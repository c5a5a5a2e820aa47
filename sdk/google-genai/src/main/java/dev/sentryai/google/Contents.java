package dev.sentryai.google;

import com.google.genai.types.Content;
import com.google.genai.types.Part;
import java.util.List;

/** The conversation that a text alone is. */
final class Contents {

    private Contents() {}

    static List<Content> ofText(String text) {
        return List.of(Content.builder().role("user").parts(Part.fromText(text)).build());
    }
}
