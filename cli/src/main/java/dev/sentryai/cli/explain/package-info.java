/** What is known about rules, attributes and operations, in words. */
@NullMarked
package dev.sentryai.cli.explain;

import org.jspecify.annotations.NullMarked;
