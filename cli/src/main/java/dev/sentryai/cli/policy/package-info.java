/** What a project makes of findings: which of them count, and how much. */
@NullMarked
package dev.sentryai.cli.policy;

import org.jspecify.annotations.NullMarked;
