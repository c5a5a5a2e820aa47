/** A small agent that shows what AI monitoring sees, without leaving the process. */
@NullMarked
package dev.sentryai.cli.demo;

import org.jspecify.annotations.NullMarked;
