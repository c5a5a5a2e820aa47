/** A Sentry server for tests and local work. */
@NullMarked
package dev.sentryai.fakesentry;

import org.jspecify.annotations.NullMarked;
