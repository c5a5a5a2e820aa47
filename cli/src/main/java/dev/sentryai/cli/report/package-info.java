/** What comes of a validation in every format that people and machines read. */
@NullMarked
package dev.sentryai.cli.report;

import org.jspecify.annotations.NullMarked;
