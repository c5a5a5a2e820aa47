package dev.sentryai.providertests.http;

/** What an application that speaks plain HTTP may make of an answer that is an error. */
public final class HttpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HttpRefusal(String reason) {
        super(reason);
    }

    static void check(int status) {
        if (status >= 400) {
            throw new HttpRefusal("The server answered with status " + status);
        }
    }
}
