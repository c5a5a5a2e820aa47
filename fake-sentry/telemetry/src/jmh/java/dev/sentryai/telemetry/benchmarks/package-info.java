/** How fast recordings are read and judged. Run with the Maven profile {@code benchmarks}; see the module's README. */
@NullMarked
package dev.sentryai.telemetry.benchmarks;

import org.jspecify.annotations.NullMarked;
