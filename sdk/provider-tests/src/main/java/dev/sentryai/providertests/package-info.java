/** The contract that every provider wrapper passes. */
@NullMarked
package dev.sentryai.providertests;

import org.jspecify.annotations.NullMarked;
