/** Rules about what was said: messages, parts, instructions, tool definitions, arguments and results. */
@NullMarked
package dev.sentryai.telemetry.rules.content;

import org.jspecify.annotations.NullMarked;
