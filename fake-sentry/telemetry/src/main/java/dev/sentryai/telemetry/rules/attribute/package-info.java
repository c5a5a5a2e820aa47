/** Rules about the keys and types of attributes. */
@NullMarked
package dev.sentryai.telemetry.rules.attribute;

import org.jspecify.annotations.NullMarked;
