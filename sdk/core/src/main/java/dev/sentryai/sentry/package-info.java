/**
 * The Sentry SDK as it is used here: whatever leans on workings of it that are internal, experimental or made for tests stands here,
 * each part in the class that is named after what it adapts; only getters that the SDK calls internal are called elsewhere. Whether
 * this version of the SDK lets spans be streamed is tried out when it starts, by {@link dev.sentryai.sentry.SpanItems#fault}. Not for
 * applications.
 */
@NullMarked
package dev.sentryai.sentry;

import org.jspecify.annotations.NullMarked;
