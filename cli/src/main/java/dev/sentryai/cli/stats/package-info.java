/** Sums over captured spans, and how they are printed. */
@NullMarked
package dev.sentryai.cli.stats;

import org.jspecify.annotations.NullMarked;
