/**
 * How spans leave the process: in their transaction, or streamed on their own as span v2 items. The only package that
 * touches internal API of the Sentry SDK, and there only {@link dev.sentryai.delivery.SentryInternals}. Not for
 * applications.
 */
@NullMarked
package dev.sentryai.delivery;

import org.jspecify.annotations.NullMarked;
