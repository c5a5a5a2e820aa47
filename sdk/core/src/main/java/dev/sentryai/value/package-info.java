/** Makes anything an attribute value that can always be sent. */
@NullMarked
package dev.sentryai.value;

import org.jspecify.annotations.NullMarked;
