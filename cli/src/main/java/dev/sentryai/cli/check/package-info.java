/** Validating what was read, and counting what comes of it. */
@NullMarked
package dev.sentryai.cli.check;

import org.jspecify.annotations.NullMarked;
