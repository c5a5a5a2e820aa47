/** Sending spans in batches, and accounting for each of them until the transport is done with it. Not for applications. */
@NullMarked
package dev.sentryai.delivery.streaming;

import org.jspecify.annotations.NullMarked;
