/** Finding and reading the files that a command is given. */
@NullMarked
package dev.sentryai.cli.input;

import org.jspecify.annotations.NullMarked;
