package dev.sentryai.value;

/**
 * How long text may be.
 *
 * @param maxBytes in UTF-8, the ending {@code ...} of what was cut included; positive
 */
public record ByteLimit(int maxBytes) {

    /** Shorter texts inside of JSON are left alone for as long as longer ones can be cut. */
    private static final int FEW_CHARS = 16;

    /**
     * Returns the text, cut between characters where it is too long. JSON stays JSON: the texts in it are cut, all to the
     * same length; when that is not enough, the outermost array or object is left without content.
     */
    public String cut(String text) {
        if (bytesOf(text) <= maxBytes) {
            return text;
        }
        return JsonTexts.isStructured(text) ? cutInside(text) : start(text);
    }

    /** Returns how many bytes the text has in UTF-8; what can not be encoded counts as its replacement. */
    public static int bytesOf(String text) {
        int bytes = 0;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            bytes += bytesOf(codePoint);
            i += Character.charCount(codePoint);
        }
        return bytes;
    }

    private static int bytesOf(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    private String start(String text) {
        int left = maxBytes - Texts.CUT.length();
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            left -= bytesOf(codePoint);
            if (left < 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end) + Texts.CUT.substring(0, Math.min(maxBytes, Texts.CUT.length()));
    }

    private String cutInside(String json) {
        String best = json.strip().startsWith("[") ? "[]" : json.strip().startsWith("{") ? "{}" : "\"\"";
        int low = FEW_CHARS;
        int high = maxBytes;
        while (low <= high) {
            int length = (low + high) >>> 1;
            String candidate = JsonTexts.map(json, text -> text.length() <= length ? text : Texts.safe(text, length));
            if (bytesOf(candidate) <= maxBytes) {
                best = candidate;
                low = length + 1;
            } else {
                high = length - 1;
            }
        }
        return best;
    }
}
