/**
 * The life of a gen_ai span: where it hangs, what goes on it, how it ends. Manual spans and instrumented calls are both
 * made of it. Not for applications.
 */
@NullMarked
package dev.sentryai.runtime;

import org.jspecify.annotations.NullMarked;
