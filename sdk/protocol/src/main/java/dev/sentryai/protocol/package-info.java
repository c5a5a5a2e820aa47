/** The gen_ai vocabulary that the sending and the reading side share; depends on the JDK alone. */
@NullMarked
package dev.sentryai.protocol;

import org.jspecify.annotations.NullMarked;
