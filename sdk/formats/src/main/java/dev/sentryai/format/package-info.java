/**
 * What the wire formats of AI providers have in common for those who carry them, be it a provider's library or plain HTTP. Each
 * format has a package of its own with one entry, which names its operations.
 */
@NullMarked
package dev.sentryai.format;

import org.jspecify.annotations.NullMarked;
