package dev.sentryai.providertests;

/**
 * A tool that was used earlier in a conversation.
 *
 * @param id the call's id
 * @param tool the tool's name
 * @param argumentsJson what the model called it with, a JSON object as text
 * @param result what the tool answered
 */
public record ToolUse(String id, String tool, String argumentsJson, String result) {}
