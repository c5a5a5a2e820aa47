/** Reading JSON into plain values: lossless numbers, bounded nesting, and the place of every object in its bytes. */
@NullMarked
package dev.sentryai.telemetry.json;

import org.jspecify.annotations.NullMarked;
