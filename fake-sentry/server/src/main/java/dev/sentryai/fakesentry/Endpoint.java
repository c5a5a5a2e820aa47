package dev.sentryai.fakesentry;

import dev.sentryai.fakesentry.http.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request goes.
 *
 * @param projectId the digits in the path
 * @param isLegacyStore true when the body is one event rather than an envelope
 */
record Endpoint(String projectId, boolean isLegacyStore) {

    private static final Pattern PATH = Pattern.compile("/api/([^/]+)/(envelope|store)/?");
    private static final Pattern PROJECT_ID = Pattern.compile("\\d{1,19}");

    static Endpoint of(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            throw new Refusal(404, "no such endpoint", "POST to /api/{project}/envelope/ or /api/{project}/store/");
        }
        if (!"POST".equals(request.method())) {
            throw new Refusal(405, "method not allowed", request.method() + " instead of POST");
        }
        String project = path.group(1);
        if (!PROJECT_ID.matcher(project).matches()) {
            throw new Refusal(400, "bad project path parameter", "expected digits but found \"" + project + '"');
        }
        return new Endpoint(project, "store".equals(path.group(2)));
    }
}
