package dev.sentryai.bedrock;

import dev.sentryai.wire.Wire;
import dev.sentryai.wire.WireModels;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;

/**
 * Reads the AWS SDK's models by the names that their fields have on the wire. No typed getter is named, so that releases which know
 * fewer fields can be read as well. Binary content reads as nothing.
 */
final class BedrockModels implements WireModels {

    private static final BedrockModels MODELS = new BedrockModels();

    private BedrockModels() {}

    static Wire wire(Object value) {
        return Wire.of(MODELS, value);
    }

    @Override
    public @Nullable Object unwrap(Object value) {
        if (value instanceof Document document) {
            return unwrap(document);
        }
        if (value instanceof Float number) {
            return Double.valueOf(number.toString()); // 0.7, not 0.699999988079071
        }
        return value instanceof SdkPojo || WireModels.isPlain(value) ? value : null;
    }

    private static @Nullable Object unwrap(Document document) {
        if (document.isMap()) {
            return document.asMap();
        }
        if (document.isList()) {
            return document.asList();
        }
        if (document.isNumber()) {
            return number(document.asNumber().bigDecimalValue());
        }
        return document.isNull() ? null : document.unwrap();
    }

    private static Number number(BigDecimal number) {
        boolean isLong = number.scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
        return isLong ? Long.valueOf(number.longValue()) : number;
    }

    @Override
    public @Nullable Object field(Object model, String name) {
        for (SdkField<?> field : ((SdkPojo) model).sdkFields()) {
            if (field.locationName().equals(name)) {
                return field.getValueOrDefault(model);
            }
        }
        return null;
    }

    @Override
    public @Nullable Object plain(Object model) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (SdkField<?> field : ((SdkPojo) model).sdkFields()) {
            fields.put(field.locationName(), field.getValueOrDefault(model));
        }
        return fields;
    }
}
