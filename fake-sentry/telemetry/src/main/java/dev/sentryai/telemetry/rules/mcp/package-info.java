/** Rules about spans of the Model Context Protocol. */
@NullMarked
package dev.sentryai.telemetry.rules.mcp;

import org.jspecify.annotations.NullMarked;
