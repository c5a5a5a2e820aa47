/** The command sentry-ai. */
@NullMarked
package dev.sentryai.cli;

import org.jspecify.annotations.NullMarked;
