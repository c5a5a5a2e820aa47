/** JUnit extension and AssertJ assertions for gen_ai telemetry. */
@NullMarked
package dev.sentryai.junit;

import org.jspecify.annotations.NullMarked;
