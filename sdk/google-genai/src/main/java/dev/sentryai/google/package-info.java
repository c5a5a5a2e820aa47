/** gen_ai spans for Google's GenAI client. */
@NullMarked
package dev.sentryai.google;

import org.jspecify.annotations.NullMarked;
