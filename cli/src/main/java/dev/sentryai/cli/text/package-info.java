/** What the command prints for people. */
@NullMarked
package dev.sentryai.cli.text;

import org.jspecify.annotations.NullMarked;
