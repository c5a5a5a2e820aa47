package dev.sentryai.cli;

import dev.sentryai.protocol.ConventionsVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a version of the conventions. */
final class ConventionsConverter implements ITypeConverter<ConventionsVersion> {

    @Override
    public ConventionsVersion convert(String number) {
        try {
            return ConventionsVersion.parse(number);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
