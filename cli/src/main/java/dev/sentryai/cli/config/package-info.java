/** What a project says once instead of with every command: the file {@code sentry-ai.yml}. */
@NullMarked
package dev.sentryai.cli.config;

import org.jspecify.annotations.NullMarked;
