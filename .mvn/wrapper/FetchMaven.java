import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Puts the pinned Maven into a directory: {@code java FetchMaven.java <maven-wrapper.properties> <target directory>}.
 *
 * <p>An installed {@code mvn} is asked first, so that mirrors and credentials of the user's settings are honoured; without
 * one, or when it fails, the Apache archive is. Whatever arrives must match the checksum. Needs nothing but a JDK 17.
 */
final class FetchMaven {

    private static final String COPY_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

    private final String version;
    private final String sha256;
    private final URI archive;

    private FetchMaven(Properties pinned) {
        version = pinned.getProperty("version");
        sha256 = pinned.getProperty("sha256");
        archive = URI.create(pinned.getProperty("url"));
    }

    public static void main(String[] args) throws Exception {
        Properties pinned = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            pinned.load(in);
        }
        try {
            new FetchMaven(pinned).into(Path.of(args[1]).toAbsolutePath());
        } catch (IOException e) {
            System.err.println("mvnw: " + e.getMessage());
            System.exit(1);
        }
    }

    private void into(Path target) throws IOException, InterruptedException {
        Files.createDirectories(target.getParent());
        Path work = Files.createTempDirectory(target.getParent(), "fetch-");
        try {
            Path zip = work.resolve("apache-maven-" + version + "-bin.zip");
            String source = copiedByInstalledMaven(work, zip) ? "the installed mvn" : download(zip);
            verify(zip, source);
            Path unpacked = unzip(zip, work.resolve("unpacked"));
            publish(unpacked, target);
        } finally {
            delete(work);
        }
    }

    private boolean copiedByInstalledMaven(Path work, Path zip) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        ProcessBuilder mvn = new ProcessBuilder(List.of(
                windows ? "mvn.cmd" : "mvn",
                "-q",
                "-B",
                COPY_GOAL,
                "-Dartifact=org.apache.maven:apache-maven:" + version + ":zip:bin",
                "-DoutputDirectory=" + work));
        // Maven's output would mix with that of the build which the user asked for: keep it for the case of failure.
        mvn.directory(work.toFile()).redirectErrorStream(true).redirectOutput(work.resolve("mvn.log").toFile());
        try {
            return mvn.start().waitFor() == 0 && Files.isRegularFile(zip);
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private String download(Path zip) throws IOException {
        System.err.println("mvnw: downloading Maven " + version + " from " + archive.getHost());
        HttpURLConnection connection = (HttpURLConnection) archive.toURL().openConnection();
        connection.setConnectTimeout(20_000);
        connection.setReadTimeout(60_000);
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, zip);
        } catch (IOException e) {
            throw new IOException(
                    "could not get Maven " + version + ": no installed mvn could resolve it, and " + archive + " failed ("
                            + e + "). Install Maven with access to a Maven repository, or connect to the internet.",
                    e);
        }
        return archive.toString();
    }

    private void verify(Path zip, String source) throws IOException {
        String actual = sha256(zip);
        if (!actual.equals(sha256)) {
            throw new IOException("checksum mismatch: Maven " + version + " from " + source + " has SHA-256 " + actual
                    + " but .mvn/wrapper/maven-wrapper.properties pins " + sha256 + ". Nothing was installed.");
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Path unzip(Path zip, Path directory) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = directory.resolve(entry.getName()).normalize();
                if (!file.startsWith(directory)) {
                    throw new IOException("the Maven archive has an entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
        try (Stream<Path> children = Files.list(directory)) {
            Path home = children.findFirst().orElseThrow(() -> new IOException("the Maven archive is empty"));
            home.resolve("bin/mvn").toFile().setExecutable(true, false);
            return home;
        }
    }

    /** Moves the finished folder into place in one step, so that a parallel or interrupted run never sees half of it. */
    private static void publish(Path unpacked, Path target) throws IOException {
        try {
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // A parallel run may have been faster: its content passed the same checksum.
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
