/** The wire format of Anthropic. */
@NullMarked
package dev.sentryai.format.anthropic;

import org.jspecify.annotations.NullMarked;
