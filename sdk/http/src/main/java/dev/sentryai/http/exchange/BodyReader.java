package dev.sentryai.http.exchange;

import java.nio.ByteBuffer;

/** Reads the body of a response as it passes by, in bounded memory. Used by one thread at a time. */
interface BodyReader {

    /** Lets everything pass. */
    BodyReader UNREAD = new BodyReader() {
        @Override
        public void accept(ByteBuffer part) {
            // not wanted
        }

        @Override
        public void end() {
            // nothing is left to be read
        }
    };

    /** Takes the next part, to whose end it may move the position. */
    void accept(ByteBuffer part);

    /** Says that no further part comes, be it the end or not. */
    void end();
}
