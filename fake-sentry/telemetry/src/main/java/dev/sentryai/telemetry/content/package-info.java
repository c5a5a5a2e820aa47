/** Reads the content of gen_ai attributes, messages above all, in every shape in which SDKs have sent it. */
@NullMarked
package dev.sentryai.telemetry.content;

import org.jspecify.annotations.NullMarked;
