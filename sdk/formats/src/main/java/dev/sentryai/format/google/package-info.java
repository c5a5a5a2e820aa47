/** The wire format of Google's Gemini API, which Vertex AI has too. */
@NullMarked
package dev.sentryai.format.google;

import org.jspecify.annotations.NullMarked;
