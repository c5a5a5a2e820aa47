/** gen_ai spans for the official Cohere client. */
@NullMarked
package dev.sentryai.cohere;

import org.jspecify.annotations.NullMarked;
