/** gen_ai spans for the official Anthropic client. */
@NullMarked
package dev.sentryai.anthropic;

import org.jspecify.annotations.NullMarked;
