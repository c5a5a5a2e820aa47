/**
 * Carries the surroundings of AI calls through Project Reactor, where that is on the class path. Nothing here is loaded
 * where it is not. Not for applications.
 */
@NullMarked
package dev.sentryai.reactor;

import org.jspecify.annotations.NullMarked;
