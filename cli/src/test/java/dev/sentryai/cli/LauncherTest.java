package dev.sentryai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program, with a Java that only says what it was told, and with the real one. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String SAYS_ITS_ARGUMENTS = """
            #!/bin/sh
            for argument in "$@"; do
                case $argument in
                    -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*) : >"$0.trained"; echo classes >"${argument#*=}" ;;
                    dev.sentryai.cli.Training) exit ;;
                    *) echo "$argument" ;;
                esac
            done
            """;

    private static final Map<String, String> NO_CACHE = Map.of("SENTRY_AI_CACHE", "");
    private static final FileTime HOUR_AGO = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    private static final FileTime IN_AN_HOUR = FileTime.from(Instant.now().plus(Duration.ofHours(1)));

    @TempDir
    private Path directory;

    private Path home;
    private Path jar;
    private Path java;
    private Path cache;

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectory(directory.resolve("with blank"));
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("src", "main", "bin", "sentry-ai"), bin.resolve("sentry-ai"));
        jar = Files.createDirectories(home.resolve("lib")).resolve("sentry-ai.jar");
        Files.createFile(jar);
        Files.setLastModifiedTime(jar, HOUR_AGO);
        Path jdk = directory.resolve("jdk");
        java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, SAYS_ITS_ARGUMENTS);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        version("17.0.15+6");
        cache = directory.resolve("cache of classes");
    }

    @Test
    void firstRunDoesWithoutArchiveAndHasItMadeBesides() throws Exception {
        assertThat(launch("rules"))
                .noneMatch(argument -> argument.contains("Archive"))
                .endsWith("-jar", jar(), "rules");

        awaitArchive();
        assertThat(launch("rules"))
                .contains("-XX:SharedArchiveFile=" + cache.resolve("17.0.15+6.archive"), "-XX:TieredStopAtLevel=1");
        assertThat(cache).isDirectoryContaining("glob:**.archive").isDirectoryNotContaining("glob:**.{new,lock}");
    }

    @Test
    void newerJavaKeepsLinkedClassesToo() throws Exception {
        version("25.0.3+9-LTS");
        launch("rules");

        awaitArchive();
        assertThat(launch("rules"))
                .contains("-XX:AOTCache=" + cache.resolve("25.0.3+9-LTS.archive"))
                .contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void archiveOfAnOlderProgramIsMadeAnew() throws Exception {
        launch("rules");
        awaitArchive();
        Files.delete(Path.of(java + ".trained"));
        Files.setLastModifiedTime(cache.resolve("17.0.15+6.archive"), FileTime.from(Instant.EPOCH));

        assertThat(launch("rules")).noneMatch(argument -> argument.contains("Archive"));
        awaitArchive();
        assertThat(Path.of(java + ".trained")).exists();
    }

    @Test
    void archiveIsMadeByOneOfManyAtATime() throws Exception {
        Files.createDirectories(cache.resolve("17.0.15+6.archive.lock"));

        assertThat(launch("rules")).endsWith("-jar", jar(), "rules");
        assertThat(Path.of(java + ".trained")).doesNotExist();
    }

    @Test
    void whoeverDiedMakingTheArchiveDoesNotKeepOthersFromIt() throws Exception {
        Path lock = Files.createDirectories(cache.resolve("17.0.15+6.archive.lock"));
        Files.setLastModifiedTime(lock, HOUR_AGO);

        launch("rules");
        launch("rules");
        awaitArchive();
    }

    @Test
    void javaThatCanNotMakeAnArchiveIsAskedOnce() throws Exception {
        Files.createDirectories(cache);
        Path archive = Files.createFile(cache.resolve("17.0.15+6.archive"));
        Files.setLastModifiedTime(archive, IN_AN_HOUR);

        assertThat(launch("rules")).noneMatch(argument -> argument.contains("Archive"));
        assertThat(Path.of(java + ".trained")).doesNotExist();
    }

    @Test
    void nothingIsKeptWhereNothingShallOrCanBe() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(launch(NO_CACHE, "rules")).endsWith("-jar", jar(), "rules");
        assertThat(launch(Map.of("SENTRY_AI_CACHE", file + "/below"), "rules")).endsWith("-jar", jar(), "rules");
        assertThat(Path.of(java + ".trained")).doesNotExist();
    }

    @Test
    void muchToReadIsCompiledWell() throws Exception {
        Path tools = Files.createDirectory(directory.resolve("tools"));
        Path du = Files.writeString(tools.resolve("du"), """
                #!/bin/sh
                for argument in "$@"; do
                    case $argument in
                        *large) echo "200000	$argument" ;;
                        *small) echo "9	$argument" ;;
                    esac
                done
                exit 1 # as there are arguments that are no files
                """);
        assertThat(du.toFile().setExecutable(true)).isTrue();
        Map<String, String> variables = Map.of("SENTRY_AI_CACHE", "", "PATH", tools + ":" + System.getenv("PATH"));
        String quick = "-XX:TieredStopAtLevel=1";

        assertThat(launch(variables, "validate", "a/small", "--format", "json")).contains(quick);
        assertThat(launch(variables, "validate", "-")).contains(quick);
        assertThat(launch(variables, "validate", "a/large")).contains(quick);
        assertThat(launch(variables, "validate", "a/large", "b/large")).doesNotContain(quick);
        assertThat(launch(variables, "serve")).doesNotContain(quick);
    }

    @Test
    void sizeOfFilesIsThatOfTheDisk() throws Exception {
        Path small = Files.writeString(directory.resolve("small.envelope"), "{}");

        assertThat(launch(NO_CACHE, "validate", small.toString(), "--fail-on", "error"))
                .contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void userHasTheLastWord() throws Exception {
        Map<String, String> variables = Map.of("SENTRY_AI_CACHE", "", "JAVA_OPTS", "-Xmx1g -XX:+UseG1GC");

        assertThat(launch(variables, "validate", "a b", "*"))
                .doesNotContain("-XX:+UseSerialGC")
                .endsWith("-Xmx1g", "-XX:+UseG1GC", "-jar", jar(), "validate", "a b", "*");
    }

    @Test
    void realJavaIsSilentAboutAnArchiveThatIsNone() throws Exception {
        writeProgram();
        Path jdk = Path.of(System.getProperty("java.home"));
        Map<String, String> variables = Map.of("JAVA_HOME", jdk.toString());
        launch(variables);
        Path made = awaitArchive();
        Files.delete(made);
        Files.writeString(made, "this is no archive");
        Files.setLastModifiedTime(made, IN_AN_HOUR);

        assertThat(launch(variables)).containsExactly("started");
    }

    /** A program that says that it runs. */
    public static final class Started {

        private Started() {}

        public static void main(String[] args) throws IOException {
            try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
                out.write("started\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void writeProgram() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Started.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String name = Started.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(name));
            try (InputStream in = Started.class.getClassLoader().getResourceAsStream(name)) {
                in.transferTo(out);
            }
        }
        Files.setLastModifiedTime(jar, HOUR_AGO);
    }

    /** Waits until no archive is being made any more and returns the one that there is. */
    private Path awaitArchive() throws Exception {
        try (WatchService changes = cache.getFileSystem().newWatchService()) {
            cache.register(changes, StandardWatchEventKinds.ENTRY_DELETE);
            for (List<Path> files = cached(); ; files = cached()) {
                if (files.size() == 1 && files.get(0).toString().endsWith(".archive")) {
                    return files.get(0);
                }
                WatchKey key = changes.poll(60, TimeUnit.SECONDS);
                assertThat(key).as("a change of " + files).isNotNull();
                key.pollEvents();
                key.reset();
            }
        }
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private void version(String version) throws IOException {
        Files.writeString(
                directory.resolve("jdk").resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\nJAVA_VERSION=\"1\"\n");
    }

    private String jar() {
        return jar.toString();
    }

    private List<String> launch(String... args) throws Exception {
        return launch(Map.of(), args);
    }

    /** Returns the lines that were printed to either output. */
    private List<String> launch(Map<String, String> variables, String... args) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("bin/sentry-ai").toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("JDK_JAVA"));
        builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        builder.environment().put("SENTRY_AI_CACHE", cache.toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return lines;
    }
}
