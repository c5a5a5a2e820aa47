/** What models cost: a table of prices, and the formula by which Sentry turns token usage into US dollars. */
@NullMarked
package dev.sentryai.protocol.price;

import org.jspecify.annotations.NullMarked;
