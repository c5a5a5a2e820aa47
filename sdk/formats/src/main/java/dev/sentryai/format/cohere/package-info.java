/** The wire format of Cohere, in both versions of its API. */
@NullMarked
package dev.sentryai.format.cohere;

import org.jspecify.annotations.NullMarked;
