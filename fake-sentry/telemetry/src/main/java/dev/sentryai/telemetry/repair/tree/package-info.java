/** JSON as a tree that can be changed and that is written as it was read where it was not: white space, numbers, escapes. */
@NullMarked
package dev.sentryai.telemetry.repair.tree;

import org.jspecify.annotations.NullMarked;
