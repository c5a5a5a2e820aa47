/** The content of a span as rules see it: messages, parts and the other attributes that hold what was said. Public for the packages of rules only. */
@NullMarked
package dev.sentryai.telemetry.rules.subject.content;

import org.jspecify.annotations.NullMarked;
