/** What the command prints for machines. */
@NullMarked
package dev.sentryai.cli.json;

import org.jspecify.annotations.NullMarked;
