/** The messages, message parts and tool definitions that gen_ai spans carry as JSON text. */
@NullMarked
package dev.sentryai.protocol.message;

import org.jspecify.annotations.NullMarked;
