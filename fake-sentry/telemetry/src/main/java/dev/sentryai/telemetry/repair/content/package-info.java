/** Puts messages, instructions, tool definitions and texts into the shape that the conventions ask for. */
@NullMarked
package dev.sentryai.telemetry.repair.content;

import org.jspecify.annotations.NullMarked;
