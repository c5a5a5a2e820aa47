/** What is said while a server runs. */
@NullMarked
package dev.sentryai.cli.serve;

import org.jspecify.annotations.NullMarked;
