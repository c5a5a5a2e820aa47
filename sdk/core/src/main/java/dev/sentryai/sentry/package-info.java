/**
 * The Sentry SDK as it is used here. No other package touches what the SDK marks as internal, experimental or made for tests; whether
 * this version of the SDK lets spans be streamed is tried out when it starts, by {@link dev.sentryai.sentry.SpanItems#fault}. Not for
 * applications.
 */
@NullMarked
package dev.sentryai.sentry;

import org.jspecify.annotations.NullMarked;
