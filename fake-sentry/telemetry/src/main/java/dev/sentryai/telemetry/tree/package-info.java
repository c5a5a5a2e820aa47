/** Spans as trees, and trees as text for terminals and failure messages. */
@NullMarked
package dev.sentryai.telemetry.tree;

import org.jspecify.annotations.NullMarked;
