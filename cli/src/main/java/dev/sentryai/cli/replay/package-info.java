/** Sending recordings again. */
@NullMarked
package dev.sentryai.cli.replay;

import org.jspecify.annotations.NullMarked;
