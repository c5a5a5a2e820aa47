package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.of;
import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.root;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.TestEnvelope.TestItem;
import dev.sentryai.telemetry.rules.policy.Demand;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.util.List;
import java.util.Map;

/** Samples of the rules about conversations. */
final class ConversationSamples {

    private static final String INPUT = GenAiAttributes.INPUT_MESSAGES;
    private static final String OUTPUT = GenAiAttributes.OUTPUT_MESSAGES;
    private static final String ID = GenAiAttributes.CONVERSATION_ID;
    private static final String OTHER_ID = "8f22363dc7a14692";
    private static final String UNKNOWN = "Nobody is known to take part in the conversation: the user shows as unknown";
    private static final String NO_TITLE =
            "Conversation does not begin with a text of the user, from which its title is made";

    private ConversationSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI217")
                        .warning(
                                streamed(chat().inConversation("c1"), tool(), agent()),
                                "2 AI spans of the trace lack the conversation id that others have (c1)")
                        .warning(
                                transaction(tool(), chat().inConversation("c1")),
                                "1 AI span of the trace lack the conversation id that others have (c1)")
                        .clean(transaction(chat().inConversation("c1"), http()))
                        .clean(streamed(chat(), tool())),
                RuleSamples.of("GENAI218")
                        .clean(streamed(chat()))
                        .under(Policy.NONE.withConversationId(Demand.REQUIRED))
                        .error(streamed(chat(), agent()), ID + " is missing, which the policy requires")
                        .clean(streamed(chat().inConversation("c1"), tool()))
                        .under(Policy.NONE.withConversationId(Demand.FORBIDDEN))
                        .error(streamed(chat().inConversation("c1")), ID + " is sent, which the policy forbids")
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI219")
                        .error(
                                streamed(chat().inConversation("https://acme.example/c1")),
                                "Conversation id https://acme.example/c1 does not fit into an address of Sentry")
                        .error(
                                streamed(
                                        chat().inConversation("ann@acme.example"),
                                        chat().id(OTHER_ID).inConversation("ann@acme.example")),
                                "Conversation id a…@acme.example does not fit into an address of Sentry")
                        .warning(
                                streamed(chat().inConversation("chat 7")),
                                "Conversation id chat 7 does not fit into an address of Sentry")
                        .warning(
                                streamed(chat().inConversation("c".repeat(129))),
                                "Conversation id " + "c".repeat(120) + "… does not fit into an address of Sentry")
                        .clean(streamed(chat().inConversation("aZ09-_" + "c".repeat(122))))
                        .error(
                                streamed(chat().inConversation("/c1")),
                                "Conversation id /c1 does not fit into an address of Sentry")
                        .error(
                                streamed(chat().inConversation("@acme")),
                                "Conversation id @acme does not fit into an address of Sentry")
                        .clean(streamed(chat().inConversation("zA"))),
                RuleSamples.of("GENAI220")
                        .warning(
                                streamed(
                                        agent().inConversation("c1"),
                                        chat().inAgent().inConversation("c2")),
                                "Conversation id c2 inside of an agent of conversation c1")
                        .clean(streamed(
                                agent().inConversation("c1"), chat().inAgent().inConversation("c1")))
                        .clean(streamed(agent(), chat().inAgent().inConversation("c1")))
                        .clean(streamed(
                                chat().inConversation("c1"), chat().id(OTHER_ID).inConversation("c2"))),
                RuleSamples.of("GENAI221")
                        .warning(
                                streamed(chat().inConversation("c1").without(OUTPUT)),
                                "Conversation has no output: it will not be listed")
                        .warning(
                                streamed(chat().inConversation("c1").without(INPUT)),
                                "Conversation has no input: it will not be listed")
                        .info(
                                streamed(chat().inConversation("c1")
                                        .without(INPUT)
                                        .without(OUTPUT)),
                                "Conversation has no input and output: it will not be listed")
                        .clean(streamed(
                                chat().inConversation("c1").without(OUTPUT),
                                chat().id(OTHER_ID).inConversation("c1").without(INPUT)))
                        .clean(transaction(chat().inConversation("c1")
                                .without(INPUT)
                                .without(OUTPUT)
                                .with("gen_ai.request.messages", "[]")
                                .with("gen_ai.response.text", "Hi")))
                        .clean(streamed(
                                chat().inConversation("c1").without(OUTPUT).field("status", "error")))
                        .clean(streamed(tool().inConversation("c1")))
                        .under(Policy.NONE.withOutputs(Demand.FORBIDDEN))
                        .clean(streamed(chat().inConversation("c1").without(OUTPUT))),
                RuleSamples.of("GENAI222")
                        .info(streamed(asks("assistant", "Hi")), NO_TITLE)
                        .info(streamed(asks("user", " ")), NO_TITLE)
                        .clean(streamed(asks("user", "Hi")))
                        .clean(streamed(
                                asks("assistant", "Hi").field("start_timestamp", TestSpan.START + 0.1),
                                asks("user", "Hi").id(OTHER_ID)))
                        .clean(
                                streamed(
                                        chat().inConversation("c1")
                                                .with(
                                                        INPUT,
                                                        "[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"Hi\"}]")))
                        .clean(streamed(chat().inConversation("c1").with(INPUT, "Hi")))
                        .clean(streamed(asks("assistant", "Hi").without(ID)))
                        .info(streamed(asks("system", "Be brief.")), NO_TITLE)
                        .clean(streamed(
                                asks("user", "Hi"), asks("assistant", "Hi").id(OTHER_ID))),
                RuleSamples.of("GENAI223")
                        .info(streamed(chat().inConversation("c1")), UNKNOWN)
                        .clean(streamed(chat().inConversation("c1").with("user.id", "7")))
                        .clean(of(TestItem.transaction(root(), chat().inConversation("c1"))
                                .payload("user", Map.of("email", "ann@acme.example"))))
                        .clean(streamed(chat()))
                        .under(Policy.NONE.withUserIdentity(Demand.FORBIDDEN))
                        .clean(streamed(chat().inConversation("c1")))
                        .under(Policy.NONE.withUserIdentity(Demand.REQUIRED))
                        .warning(streamed(chat().inConversation("c1")), UNKNOWN),
                RuleSamples.of("GENAI224")
                        .info(
                                streamed(
                                        chat().inConversation(TestSpan.TRACE_ID),
                                        tool().inConversation(TestSpan.TRACE_ID)),
                                "Conversation id is that of the trace, although a conversation goes through many traces")
                        .clean(streamed(chat().inConversation("c1"))),
                RuleSamples.of("GENAI225")
                        .info(
                                streamed(chat().inConversation("c1")).trace("sample_rate", "0.25"),
                                "Traces are sampled at 0.25: conversations will have holes")
                        .clean(streamed(chat().inConversation("c1")).trace("sample_rate", "1.0"))
                        .clean(streamed(chat().inConversation("c1")).trace("sample_rate", "often"))
                        .clean(streamed(chat()).trace("sample_rate", "0.25")));
    }

    private static TestSpan asks(String role, String text) {
        return chat().inConversation("c1")
                .with(
                        INPUT,
                        "[{\"role\":\"" + role + "\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}]");
    }
}
