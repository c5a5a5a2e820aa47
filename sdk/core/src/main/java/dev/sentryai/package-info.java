/** AI monitoring on top of the Sentry SDK. */
@NullMarked
package dev.sentryai;

import org.jspecify.annotations.NullMarked;
