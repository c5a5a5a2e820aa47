/** Attributes as they were before the conventions changed their names and shapes. Not for applications. */
@NullMarked
package dev.sentryai.deprecated;

import org.jspecify.annotations.NullMarked;
