package dev.sentryai.cli.report;

import java.nio.charset.StandardCharsets;

/** Names of files as references that are valid in every document. */
final class FileUri {

    private static final String UNRESERVED = "-._~/";

    private FileUri() {}

    /** Relative where the name is. */
    static String of(String file) {
        String path = file.replace('\\', '/');
        boolean absolute = path.startsWith("/") || (path.length() > 1 && path.charAt(1) == ':');
        StringBuilder uri = new StringBuilder(absolute ? (path.startsWith("/") ? "file://" : "file:///") : "");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append(String.format("%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
