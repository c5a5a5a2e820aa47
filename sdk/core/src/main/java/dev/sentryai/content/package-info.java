/** What becomes of the content of calls: whether it is recorded, how it is changed, and what may not be quoted. Not for applications. */
@NullMarked
package dev.sentryai.content;

import org.jspecify.annotations.NullMarked;
