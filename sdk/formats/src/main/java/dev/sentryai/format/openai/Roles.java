package dev.sentryai.format.openai;

/** Puts the API's roles into the conventions' words. */
final class Roles {

    private Roles() {}

    /** Tells whether messages of a role are instructions to the model rather than part of the conversation. */
    static boolean isInstruction(String role) {
        return role.equals("system") || role.equals("developer");
    }

    /** Returns the role in the conventions' words: functions are the predecessors of tools. */
    static String of(String role) {
        return switch (role) {
            case "function" -> "tool";
            case "" -> "user";
            default -> role;
        };
    }
}
