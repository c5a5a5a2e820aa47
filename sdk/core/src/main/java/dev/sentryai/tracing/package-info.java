/**
 * Following a call of a client to its end, whatever comes back: a value, a future, a stream. For the modules of providers, and for
 * {@link dev.sentryai.proxy}, which does it for clients that are made of interfaces. Not for applications.
 */
@NullMarked
package dev.sentryai.tracing;

import org.jspecify.annotations.NullMarked;
