/**
 * What modules that instrument a library are written against. An adapter turns the library's requests and responses
 * into {@link dev.sentryai.instrument.GenAiRequest} and {@link dev.sentryai.instrument.GenAiResponse}; {@link
 * dev.sentryai.instrument.GenAiCall} does the rest.
 */
@NullMarked
package dev.sentryai.instrument;

import org.jspecify.annotations.NullMarked;
