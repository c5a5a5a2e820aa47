/** HTTP, and the web server that speaks it. */
@NullMarked
package dev.sentryai.fakesentry.http;

import org.jspecify.annotations.NullMarked;
