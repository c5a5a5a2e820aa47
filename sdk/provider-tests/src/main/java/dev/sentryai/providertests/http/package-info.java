/** Providers that are asked by plain HTTP, as an application does that has no library for them. */
@NullMarked
package dev.sentryai.providertests.http;

import org.jspecify.annotations.NullMarked;
