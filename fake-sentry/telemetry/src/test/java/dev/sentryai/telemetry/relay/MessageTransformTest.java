package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.store;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTransformTest {

    private static final String INPUT = "gen_ai.input.messages";
    private static final String OUTPUT = "gen_ai.output.messages";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'role':'user','content':'Hi'}]|[{'role':'user','parts':[{'type':'text','content':'Hi'}]}]",
                "[{'role':'user','content':['a',{'type':'text','text':'b'}]}]"
                        + "|[{'role':'user','parts':['a',{'type':'text','text':'b','content':'b'}]}]",
                "[{'content':[{'text':'b','content':'c'}],'name':'x'}]|[{'name':'x','parts':[{'text':'b','content':'c'}]}]",
                "[{'role':'user','content':{'a':1}},{'role':'user','content':null}]"
                        + "|[{'role':'user','content':{'a':1}},{'role':'user','content':null}]",
                "[{'role':'user','parts':[]},7]|[{'role':'user','parts':[]},7]",
                "{'role':'user'}|{'role':'user'}",
                "Hello|Hello"
            })
    void requestMessagesBecomeInputMessages(String sent, String expected) {
        StoredSpan stored = store(Map.of("gen_ai.request.messages", quoted(sent)));

        assertThat(stored.text(INPUT)).contains(quoted(expected));
        assertThat(stored.attributes()).doesNotContainKey("gen_ai.request.messages");
    }

    @Test
    void messagesThatAreNoTextStay() {
        StoredSpan stored = store(Map.of("gen_ai.request.messages", 7));

        assertThat(stored.attributes())
                .containsEntry("gen_ai.request.messages", 7L)
                .doesNotContainKey(INPUT);
    }

    @Test
    void messagesInForceWin() {
        StoredSpan stored = store(
                Map.of(INPUT, "new", OUTPUT, "said", "gen_ai.request.messages", "old", "gen_ai.response.text", "x"));

        assertThat(stored.attributes())
                .containsEntry(INPUT, "new")
                .containsEntry(OUTPUT, "said")
                .doesNotContainKeys("gen_ai.request.messages", "gen_ai.response.text");
        assertThat(stored.changes())
                .contains(
                        new Change(ChangeKind.RESHAPED, "gen_ai.request.messages", INPUT + " is there already"),
                        new Change(ChangeKind.RESHAPED, "gen_ai.response.text", OUTPUT + " is there already"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "Hi|-|{'type':'text','content':'Hi'}",
                "'Hi'|-|{'type':'text','content':'Hi'}",
                "7|-|{'type':'text','content':'7'}",
                "null|-|{'type':'text','content':'null'}",
                "['a',{'content':'b'},{'content':1},2]|-|{'type':'text','content':'a'},{'type':'text','content':'b'}",
                "{'content':'b'}|-|{'type':'text','content':'b'}",
                "-|[{'name':'f','type':'function'},1]|{'name':'f','type':'tool_call'}",
                "Hi|[{'name':'f'}]|{'type':'text','content':'Hi'},{'name':'f','type':'tool_call'}",
                "Hi|no json|{'type':'text','content':'Hi'}"
            })
    void responseBecomesOneOutputMessage(@Nullable String text, @Nullable String toolCalls, String parts) {
        StoredSpan stored = store(response(text, toolCalls));

        assertThat(stored.text(OUTPUT)).contains(quoted("[{'role':'assistant','parts':[" + parts + "]}]"));
        assertThat(stored.attributes()).doesNotContainKeys("gen_ai.response.text", "gen_ai.response.tool_calls");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {"[1,{}]|-", "{'a':1}|-", "-|no json", "-|{}"})
    void whatIsNotUnderstoodIsLost(@Nullable String text, @Nullable String toolCalls) {
        StoredSpan stored = store(response(text, toolCalls));

        assertThat(stored.attributes())
                .doesNotContainKeys(OUTPUT, "gen_ai.response.text", "gen_ai.response.tool_calls");
        assertThat(stored.changes())
                .extracting(Change::reason)
                .contains("nothing in it is understood: its content is lost");
    }

    private static Map<String, Object> response(@Nullable String text, @Nullable String toolCalls) {
        Map<String, Object> attributes = new HashMap<>();
        if (text != null) {
            attributes.put("gen_ai.response.text", quoted(text));
        }
        if (toolCalls != null) {
            attributes.put("gen_ai.response.tool_calls", quoted(toolCalls));
        }
        return attributes;
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
