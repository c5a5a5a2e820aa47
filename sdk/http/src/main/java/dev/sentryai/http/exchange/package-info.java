/** Calls of models that pass by over HTTP, whichever client carries them: telling them from other requests, and reading their answers. */
@NullMarked
package dev.sentryai.http.exchange;

import org.jspecify.annotations.NullMarked;
