/** gen_ai spans for the official OpenAI client. */
@NullMarked
package dev.sentryai.openai;

import org.jspecify.annotations.NullMarked;
