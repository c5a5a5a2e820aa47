/** JSON on the JDK alone: writing what span attributes carry, and reading what providers send. */
@NullMarked
package dev.sentryai.protocol.json;

import org.jspecify.annotations.NullMarked;
