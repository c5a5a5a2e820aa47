/** What AI monitoring costs. Run with the Maven profile {@code benchmarks}; see the module's README. */
@NullMarked
package dev.sentryai.benchmarks;

import org.jspecify.annotations.NullMarked;
