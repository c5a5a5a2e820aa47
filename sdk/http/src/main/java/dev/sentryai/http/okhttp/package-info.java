/** Recording calls that go through OkHttp. */
@NullMarked
package dev.sentryai.http.okhttp;

import org.jspecify.annotations.NullMarked;
