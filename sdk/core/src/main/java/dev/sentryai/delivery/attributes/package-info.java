/** What a span leaves the process with: its own attributes and the pipeline's, as the application's hook lets them pass. Not for applications. */
@NullMarked
package dev.sentryai.delivery.attributes;

import org.jspecify.annotations.NullMarked;
