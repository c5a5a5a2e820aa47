/** How a provider is asked, and the bench on which its wrapped client is tested. */
@NullMarked
package dev.sentryai.providertests;

import org.jspecify.annotations.NullMarked;
