package dev.sentryai.fakesentry;

import dev.sentryai.fakesentry.http.Body;

/** An envelope that was accepted but not yet numbered: who sent it where, and what. */
record Arrival(String projectId, Credentials sender, Body body) {}
