/** Spans as the bytes of span v2 containers. Not for applications. */
@NullMarked
package dev.sentryai.delivery.payload;

import org.jspecify.annotations.NullMarked;
