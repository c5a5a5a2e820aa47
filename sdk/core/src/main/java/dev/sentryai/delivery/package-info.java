/** The ways in which a span can leave the process: in its transaction, or streamed on its own. Not for applications. */
@NullMarked
package dev.sentryai.delivery;

import org.jspecify.annotations.NullMarked;
