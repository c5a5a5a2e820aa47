/** The wire format of Ollama's own API. */
@NullMarked
package dev.sentryai.format.ollama;

import org.jspecify.annotations.NullMarked;
