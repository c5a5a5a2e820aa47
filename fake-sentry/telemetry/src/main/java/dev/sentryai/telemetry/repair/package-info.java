/** Corrects what was recorded, where rules find something wrong that can be put right without guessing. */
@NullMarked
package dev.sentryai.telemetry.repair;

import org.jspecify.annotations.NullMarked;
