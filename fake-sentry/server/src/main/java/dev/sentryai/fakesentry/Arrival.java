package dev.sentryai.fakesentry;

/** An envelope that was accepted but not yet numbered: who sent it where, and what. */
record Arrival(String projectId, Credentials sender, Body body) {}
