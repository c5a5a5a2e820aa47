/** JSON writing on the JDK alone: what span attributes that carry JSON text are made with. */
@NullMarked
package dev.sentryai.protocol.json;

import org.jspecify.annotations.NullMarked;
