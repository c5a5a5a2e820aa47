/** The wire format of OpenAI, which many providers speak. */
@NullMarked
package dev.sentryai.format.openai;

import org.jspecify.annotations.NullMarked;
