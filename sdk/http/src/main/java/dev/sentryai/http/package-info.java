/** Recording calls of models that an application makes by plain HTTP. */
@NullMarked
package dev.sentryai.http;

import org.jspecify.annotations.NullMarked;
