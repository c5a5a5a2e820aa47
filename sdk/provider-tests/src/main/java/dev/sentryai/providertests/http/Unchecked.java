package dev.sentryai.providertests.http;

import java.util.concurrent.Callable;

/** Passes on what is thrown, so that a test sees what an application would. */
final class Unchecked {

    private Unchecked() {}

    static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            Unchecked.<RuntimeException>raise(e);
            throw new AssertionError("not reached", e);
        }
    }

    @SuppressWarnings("unchecked") // for the compiler's eyes only
    private static <E extends Exception> void raise(Exception thrown) throws E {
        throw (E) thrown;
    }
}
