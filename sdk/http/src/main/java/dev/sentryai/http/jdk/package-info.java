/** Recording calls that go through {@link java.net.http.HttpClient}. */
@NullMarked
package dev.sentryai.http.jdk;

import org.jspecify.annotations.NullMarked;
