/** What the application decided about AI monitoring, as the runtime takes it. Not for applications. */
@NullMarked
package dev.sentryai.settings;

import org.jspecify.annotations.NullMarked;
