package dev.sentryai.format.bedrock;

import dev.sentryai.format.WireOperation;
import dev.sentryai.format.openai.OpenAiFormat;
import dev.sentryai.wire.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How models of Mistral, OpenAI and others are invoked: by chat completions as OpenAI has them. Those of Mistral on Bedrock say why a
 * model stopped in other words, and stream messages instead of deltas.
 */
final class ChatCompletions {

    static final WireOperation OPERATION = new WireOperation(
            OpenAiFormat.CHAT_COMPLETIONS.request(),
            () -> OpenAiFormat.CHAT_COMPLETIONS.whole().get().from(ChatCompletions::usual),
            () -> OpenAiFormat.CHAT_COMPLETIONS.streamed().get().from(ChatCompletions::usual),
            OpenAiFormat.CHAT_COMPLETIONS.errorType());

    private ChatCompletions() {}

    static boolean isAnswer(Wire bodyOrEvent) {
        return bodyOrEvent.get("choices").items().stream()
                .anyMatch(choice ->
                        choice.get("message").isPresent() || choice.get("delta").isPresent());
    }

    private static Wire usual(Wire bodyOrEvent) {
        List<Map<String, Wire>> choices = bodyOrEvent.get("choices").items().stream()
                .map(ChatCompletions::usualChoice)
                .toList();
        Map<String, Object> usual = new HashMap<>(bodyOrEvent.members());
        usual.put("choices", choices);
        return Wire.of(usual);
    }

    private static Map<String, Wire> usualChoice(Wire choice) {
        Map<String, Wire> usual = choice.members();
        rename(usual, "stop_reason", "finish_reason");
        rename(usual, "message", "delta");
        return usual;
    }

    private static void rename(Map<String, Wire> members, String name, String usualName) {
        Wire member = members.getOrDefault(name, Wire.nothing());
        if (member.isPresent()
                && !members.getOrDefault(usualName, Wire.nothing()).isPresent()) {
            members.put(usualName, member);
        }
    }
}
