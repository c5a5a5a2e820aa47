package dev.sentryai.telemetry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in what was captured.
 *
 * @param file the name of the {@link CapturedEnvelope}
 * @param item index of the item in its envelope, counted from 0; {@link #HEADER} for the envelope's own header
 * @param span index of the span in its item, counted from 0, a transaction's root before its children; null for what is no span
 * @param pointer JSON pointer from the item's payload, empty for the whole payload
 * @param offset bytes from the start of the decoded envelope
 */
public record Location(String file, int item, @Nullable Integer span, String pointer, long offset) {

    /** Stands in place of an item's index for the header of the envelope. */
    public static final int HEADER = -1;

    /**
     * The place of an envelope's own header.
     *
     * @param file the name of the {@link CapturedEnvelope}
     * @return the first byte of the envelope
     */
    public static Location ofHeader(String file) {
        return new Location(file, HEADER, null, "", 0);
    }

    /** Spelled out, as is {@link #equals}: the one of a record is put together when it is first called, for which one file takes too long. */
    @Override
    public int hashCode() {
        return (file.hashCode() * 31 + item) * 31 + Long.hashCode(offset);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location location
                && item == location.item
                && offset == location.offset
                && file.equals(location.file)
                && pointer.equals(location.pointer)
                && Objects.equals(span, location.span);
    }

    @Override
    public String toString() {
        return file + (item == HEADER ? ", header" : ", item " + item) + (span == null ? "" : ", span " + span)
                + ", byte " + offset;
    }
}
