package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every format on all recordings and on an envelope that tries to break out of each of them. */
class ReportFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HOSTILE_NAME = "</dd><script>alert(1)</script>|`x` @all ]]> & \\\"q\\\" %0A"
            + "\\n::error::boo\\u001b[31m\\u0000\\ud800 *b* [l](http://x) \\u202e";

    private static final byte[] HOSTILE =
            """
            {}
            {"type":"transaction"}
            {"start_timestamp":5,"timestamp":1,"contexts":{"trace":{"op":"gen_ai.chat","trace_id":"x",\
            "data":{"gen_ai.%s":1}}},"transaction":"%s"}
            """.formatted(HOSTILE_NAME, HOSTILE_NAME).getBytes(UTF_8);

    @TempDir
    private Path directory;

    private Path hostile;

    @BeforeEach
    void copyRecordings() throws Exception {
        RecordingFiles.copyTo(directory.resolve("recordings"));
        hostile = Files.write(directory.resolve("recordings/<hostile> & 'file', 50%.envelope"), HOSTILE);
    }

    @Test
    void sarifFitsItsSchemaAndLocatesEveryFinding() throws Exception {
        JsonNode sarif = JSON.readTree(report("sarif"));

        assertThat(schema(SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))
                        .validate(sarif))
                .isEmpty();
        JsonNode run = sarif.at("/runs/0");
        assertThat(run.get("results")).hasSize(findings().size()).allSatisfy(result -> {
            assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
                    .contains(result.get("ruleId").asText());
            assertThat(result.at("/partialFingerprints/sentryAi~1v1").asText()).matches("[0-9a-f]{16}");
            assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                            .asInt())
                    .isPositive();
            assertThat(java.net
                            .URI
                            .create(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                                    .asText())
                            .getPath())
                    .startsWith(directory.toString());
        });
    }

    @Test
    void sarifPointsAtTheLineOfTheItem() throws Exception {
        JsonNode result = JSON.readTree(report("sarif", hostile)).at("/runs/0/results");

        assertThat(result)
                .anySatisfy(finding -> assertThat(finding.at("/locations/0/physicalLocation/region/startLine")
                                .asInt())
                        .isEqualTo(3));
    }

    @Test
    void junitFitsItsSchemaAndCountsItsFailures() throws Exception {
        String xml = report("junit");

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        Document document = parse(xml);
        List<Element> suites = elements(document, "testsuite");
        assertThat(suites).hasSize(48).allSatisfy(suite -> {
            assertThat(suite.getAttribute("failures"))
                    .isEqualTo(
                            String.valueOf(suite.getElementsByTagName("failure").getLength()));
            assertThat(suite.getAttribute("tests"))
                    .isEqualTo(String.valueOf(
                            suite.getElementsByTagName("testcase").getLength()));
        });
        long errors = findings().stream()
                .filter(finding -> finding.get("severity").asText().equals("error"))
                .count();
        assertThat(elements(document, "failure")).hasSize((int) errors);
    }

    @Test
    void htmlNeedsAndAllowsNothingFromOutside() throws Exception {
        String html = report("html");

        Document page = parse(html);
        String style = elements(page, "style").get(0).getTextContent();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        assertThat(elements(page, "meta"))
                .anySatisfy(meta -> assertThat(meta.getAttribute("content"))
                        .isEqualTo("default-src 'none'; style-src 'sha256-" + hash + "'"));
        for (String tag : List.of("script", "link", "img", "iframe", "a", "object")) {
            assertThat(elements(page, tag)).as(tag).isEmpty();
        }
        assertThat(elements(page, "li")).hasSize(findings().size());
        assertThat(page.getDocumentElement().getTextContent()).contains("<script>alert(1)</script>");
        assertThat(html).doesNotContain("\u001b", "\u0000", "\u202e");
    }

    @Test
    void githubHasOneCommandALineThatNothingBreaksOutOf() throws Exception {
        String text = report("github");

        assertThat(text.lines())
                .hasSize(findings().size() + 1)
                .allMatch(line ->
                        line.matches("::(error|warning|notice) (file=[^,:]+,line=[0-9]+,)?title=[^,:]+::[^\\r\\n]+"));
        assertThat(text).contains("file=" + directory).contains("<hostile> & 'file'%2C 50%25.envelope");
    }

    @Test
    void markdownHasARowForEveryFindingAndNoMarkupOfTheInput() throws Exception {
        String text = report("md");

        assertThat(text.lines().filter(line -> line.matches("\\| (error|warning|info) \\|.*")))
                .hasSize(findings().size())
                .allSatisfy(line -> assertThat(line.replaceAll("\\\\.", "").chars())
                        .filteredOn(c -> c == '|')
                        .hasSize(7));
        assertThat(text).doesNotContain("<script", "@all", "`x`", "[l](", "\u001b");
    }

    @Test
    void ndjsonHasALineForEveryFindingAndOneForTheSummary() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : report("ndjson").lines().toList()) {
            lines.add(JSON.readTree(line));
        }

        assertThat(lines).hasSize(findings().size() + 1);
        assertThat(lines.subList(0, lines.size() - 1))
                .allSatisfy(line -> assertThat(line.get("kind").asText()).isEqualTo("finding"));
        assertThat(lines.get(lines.size() - 1).get("kind").asText()).isEqualTo("summary");
        assertThat(lines.get(lines.size() - 1).get("files").asInt()).isEqualTo(48);
    }

    @Test
    void severalReportsAreWrittenAtOnceAndAlwaysTheSame() throws Exception {
        Path made = directory.resolve("reports/deep");
        String[] args = {
            "validate",
            directory.resolve("recordings").toString(),
            "--format=ndjson",
            "--output",
            "sarif=" + made.resolve("ai.sarif"),
            "--output",
            "JUNIT=" + made.resolve("ai.xml"),
            "--output=text=" + made.resolve("ai.txt"),
            "--color=always"
        };

        Cli.Result first = new Cli().run(args);
        List<String> files = contents(made);
        Cli.Result second = new Cli().run(args);

        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.out()).startsWith("{\"kind\":\"finding\"").isEqualTo(second.out());
        assertThat(files).hasSize(3).isEqualTo(contents(made));
        assertThat(Files.readString(made.resolve("ai.txt"))).doesNotContain("\u001b");
    }

    @Test
    void unknownFormatAndUnwritableFileAreExplained() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        Cli.Result unknown = new Cli().run("validate", hostile.toString(), "--output", "pdf=x");
        Cli.Result unwritable = new Cli().run("validate", hostile.toString(), "--output", "md=" + file.resolve("x"));

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--output").contains("SARIF").contains("'pdf'");
        assertThat(unwritable.exitCode()).isEqualTo(3);
        assertThat(unwritable.err()).startsWith("sentry-ai: Cannot write " + file.resolve("x"));
    }

    private List<JsonNode> findings() throws Exception {
        List<JsonNode> findings = new ArrayList<>();
        JSON.readTree(report("json")).get("findings").forEach(findings::add);
        return findings;
    }

    private String report(String format) {
        return report(format, directory.resolve("recordings"));
    }

    private static String report(String format, Path path) {
        Cli.Result result = new Cli().run("validate", path.toString(), "--format", format);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    private static JsonSchema schema(InputStream schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> contents(Path directory) throws Exception {
        List<String> contents = new ArrayList<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                contents.add(Files.readString(file));
            }
        }
        return contents;
    }
}
