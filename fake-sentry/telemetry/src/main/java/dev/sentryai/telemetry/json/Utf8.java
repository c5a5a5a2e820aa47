package dev.sentryai.telemetry.json;

/** The bytes of characters beyond ASCII. */
final class Utf8 {

    private Utf8() {}

    /** How many bytes the character at that index has; 0 if it is none, one that is cut off, or one that nobody may send. */
    static int lengthAt(byte[] bytes, int index, int end) {
        int lead = bytes[index] & 0xff;
        int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || end - index < length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[index + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return isInRange(lead, bytes[index + 1] & 0xff) ? length : 0;
    }

    /** No character in more bytes than it takes, no surrogate, nothing beyond Unicode. */
    private static boolean isInRange(int lead, int second) {
        return switch (lead) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
    }

    /** Writes a character and returns the index behind it. */
    static int write(int codePoint, byte[] target, int index) {
        int i = index;
        if (codePoint < 0x80) {
            target[i++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            target[i++] = (byte) (0xc0 | codePoint >> 6);
            target[i++] = continuation(codePoint);
        } else {
            if (codePoint < 0x10000) {
                target[i++] = (byte) (0xe0 | codePoint >> 12);
            } else {
                target[i++] = (byte) (0xf0 | codePoint >> 18);
                target[i++] = continuation(codePoint >> 12);
            }
            target[i++] = continuation(codePoint >> 6);
            target[i++] = continuation(codePoint);
        }
        return i;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }
}
