/** What every wrapped client must do, as tests that a provider's test inherits. */
@NullMarked
package dev.sentryai.providertests.contract;

import org.jspecify.annotations.NullMarked;
