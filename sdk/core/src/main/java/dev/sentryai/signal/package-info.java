/** What is told of calls besides their spans, sampled or not: metrics and logs. Not for applications. */
@NullMarked
package dev.sentryai.signal;

import org.jspecify.annotations.NullMarked;
