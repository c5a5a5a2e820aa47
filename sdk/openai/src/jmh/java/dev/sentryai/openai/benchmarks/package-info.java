/** What monitoring a call of openai-java costs. Run with the Maven profile {@code benchmarks}; see sdk/core's README. */
@NullMarked
package dev.sentryai.openai.benchmarks;

import org.jspecify.annotations.NullMarked;
