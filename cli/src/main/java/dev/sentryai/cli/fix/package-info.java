/** Corrected copies of recordings. */
@NullMarked
package dev.sentryai.cli.fix;

import org.jspecify.annotations.NullMarked;
