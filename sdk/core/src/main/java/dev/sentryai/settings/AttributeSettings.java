package dev.sentryai.settings;

import dev.sentryai.protocol.price.PriceTable;
import org.jspecify.annotations.Nullable;

/**
 * What the application wants spans to have beyond what their calls tell.
 *
 * @param deprecatedNames whether attributes are also written under their former names
 * @param prices what costs are computed with; null for none
 */
public record AttributeSettings(
        boolean deprecatedNames, @Nullable PriceTable prices) {

    /** Nothing more. */
    public static final AttributeSettings DEFAULT = new AttributeSettings(false, null);
}
