/** Reading requests and responses of provider libraries by the names that their fields have on the wire. */
@NullMarked
package dev.sentryai.wire;

import org.jspecify.annotations.NullMarked;
