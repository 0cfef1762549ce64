package org.javampi.jar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user has who has nothing but a JDK and {@code javampi.jar}, in an empty folder. */
class OneJarTest {
    private static final long MOST_BYTES = 8L << 20;
    private static final Path EXAMPLE = Path.of("..", "..", "examples", "project");
    private static final Path JAR = Path.of(System.getProperty("javampi.jar"));

    /** Says hello, throws on rank 1 when told so, or counts and dies once on the way. */
    private static final String PROGRAM = """
            import static org.javampi.MPI.*;

            import java.nio.file.*;
            import org.javampi.Checkpoint;

            public class Prog {
                public static void main(String[] args) throws Exception {
                    MPI_Init(args);
                    int rank = MPI_Comm_rank(MPI_COMM_WORLD);
                    if (args[0].equals("fail") && rank == 1) {
                        throw new IllegalStateException("no more sand");
                    }
                    if (args[0].equals("count")) {
                        int[] round = {0};
                        Checkpoint.register("round", round);
                        if (Checkpoint.isRestarted()) {
                            System.out.println("rank " + rank + " goes on at " + round[0]);
                        }
                        while (round[0] < 6) {
                            MPI_Barrier(MPI_COMM_WORLD);
                            if (round[0] == 5 && rank == 0 && !Checkpoint.isRestarted()) {
                                while (!Files.exists(Path.of("saved", "epoch-00000001"))) {
                                    Thread.yield();
                                }
                                Runtime.getRuntime().halt(9);
                            }
                            round[0]++;
                            if (round[0] == 3) {
                                Checkpoint.take();
                            }
                        }
                    }
                    System.out.println("rank " + rank + " of " + MPI_Comm_size(MPI_COMM_WORLD));
                    MPI_Finalize();
                }
            }
            """;

    /** Windows runs files by the ends of their names. */
    private static final String MAVEN = File.separatorChar == '/' ? "mvn" : "mvn.cmd";

    private static final Path HEAT = Path.of("..", "..", "examples", "Heat.java");

    @TempDir
    Path parent;

    private Path folder;

    /** A command that has ended: status, and all that it printed. */
    record Ended(int status, String text) {}

    /** How jobs are started: by which JDK, on which platform (the system's when empty), over which transport. */
    record Place(Path jdk, String platform, String transport) {
        static Place here(String platform, String transport) {
            return new Place(Path.of(System.getProperty("java.home")), platform, transport);
        }
    }

    @BeforeEach
    void fill() throws IOException {
        // With a blank, and with a letter beyond ASCII where the system's file names have such letters.
        boolean isRich = Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode('\u00dc');
        folder = Files.createDirectory(parent.resolve(isRich ? "\u00dcbung 1" : "Lab 1"));
        Files.copy(JAR, folder.resolve("javampi.jar"));
        Files.writeString(folder.resolve("Prog.java"), PROGRAM);
        Files.copy(HEAT, folder.resolve("Heat.java"));
    }

    private static Ended run(Path where, List<String> command) throws IOException, InterruptedException {
        return run(where, "", command);
    }

    private static Ended run(Path where, String platform, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        if (!platform.isEmpty()) {
            builder.environment().put("JAVAMPI_PLATFORM", platform);
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }

    private Ended java(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(words));
        return run(folder, command);
    }

    /** A job of four ranks. */
    private Ended job(Place place, String... words) throws IOException, InterruptedException {
        return launch(
                place,
                Stream.concat(Stream.of("-np", "4", "--transport", place.transport), Stream.of(words))
                        .toList());
    }

    private Ended launch(Place place, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(place.jdk.resolve("bin").resolve("java").toString());
        command.addAll(List.of("-jar", "javampi.jar"));
        command.addAll(words);
        return run(folder, place.platform, command);
    }

    private static List<String> sorted(String text) {
        return text.lines().sorted().toList();
    }

    @Test
    void shouldBeOneSmallJarWithEverything() throws IOException {
        assertTrue(Files.size(JAR) < MOST_BYTES, Files.size(JAR) + " bytes");
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertEquals("ALL-UNNAMED", jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"));
            for (String entry : List.of(
                    "org/javampi/MPI.class",
                    "mpi/MPI.class",
                    "picocli/CommandLine.class",
                    "org/agrona/DirectBuffer.class",
                    "META-INF/services/org.javampi.BindingProvider")) {
                assertTrue(jar.getEntry(entry) != null, entry);
            }
            String transports = new String(
                    jar.getInputStream(
                                    jar.getEntry("META-INF/services/org.javampi.core.spi.transport.TransportProvider"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(transports.contains(".shm.") && transports.contains(".tcp."), transports);
            String packages = new String(
                    jar.getInputStream(jar.getEntry("META-INF/javampi/packages"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(packages.contains("program mpi.*") && packages.contains("shared org.javampi.core.*"), packages);
        }
    }

    @Test
    void shouldRunASourceFileInAnEmptyFolder() throws Exception {
        saysHello(Place.here("portable", "tcp"));
    }

    private void saysHello(Place place) throws Exception {
        Ended hello = job(place, "Prog.java", "hello");
        assertEquals(
                List.of("rank 0 of 4", "rank 1 of 4", "rank 2 of 4", "rank 3 of 4"), sorted(hello.text), hello.text);
        assertEquals(0, hello.status);
    }

    @Test
    void shouldRunALessonWithAllRanksInOneProcess() throws Exception {
        conductsHeat(Place.here("", "tcp"), "--vm-ranks", "4");
    }

    private void conductsHeat(Place place, String... options) throws Exception {
        Ended heat = job(
                place, Stream.concat(Stream.of(options), Stream.of("Heat.java")).toArray(String[]::new));
        assertEquals("heat in the rod: 1212.512159", heat.text.strip());
        assertEquals(0, heat.status);
    }

    @Test
    void shouldNameTheRankThatFails() throws Exception {
        namesTheRankThatFails(Place.here("portable", "shm"));
    }

    private void namesTheRankThatFails(Place place) throws Exception {
        Ended failed = job(place, "Prog.java", "fail");
        assertEquals(1, failed.status, failed.text);
        assertTrue(failed.text.contains("rank 1") && failed.text.contains("no more sand"), failed.text);
        assertTrue(failed.text.contains("Prog.java:11"), failed.text);
    }

    @Test
    void shouldGoOnFromACheckpoint() throws Exception {
        goesOn(Place.here("", "shm"));
    }

    private void goesOn(Place place) throws Exception {
        Ended died = job(place, "--checkpoint-dir", "saved", "Prog.java", "count");
        assertEquals(9, died.status, died.text);
        Ended restarted = launch(place, List.of("--transport", place.transport, "--restart", "saved"));
        assertEquals(0, restarted.status, restarted.text);
        for (int rank = 0; rank < 4; rank++) {
            assertTrue(restarted.text.contains("rank " + rank + " goes on at 3"), restarted.text);
            assertTrue(restarted.text.contains("rank " + rank + " of 4"), restarted.text);
        }
    }

    /** With JDKs in {@code -Djar.full=/usr/lib/jvm/a:/usr/lib/jvm/b}: each program in each place, which takes minutes. */
    static Stream<Place> everywhere() {
        return Stream.of(System.getProperty("jar.full").split(File.pathSeparator))
                .flatMap(jdk -> Stream.of("", "portable").flatMap(platform -> Stream.of("shm", "tcp")
                        .map(transport -> new Place(Path.of(jdk), platform, transport))));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    @EnabledIfSystemProperty(named = "jar.full", matches = ".+")
    void shouldDoAllOfItEverywhere(Place place) throws Exception {
        saysHello(place);
        conductsHeat(place);
        namesTheRankThatFails(place);
        goesOn(place);
    }

    @Test
    void shouldServeAsAClassPath() throws Exception {
        Ended compiled = java("-cp", "javampi.jar", "Prog.java", "alone");
        assertEquals("rank 0 of 1", compiled.text.strip());
    }

    /** The project that users copy, {@code examples/project}: it knows nothing of this one but its coordinates. */
    @Test
    void shouldBeADependencyOfAnotherProject() throws Exception {
        Path project = folder.resolve("project");
        copy(EXAMPLE, project);
        // A repository has an address, in which Maven wants no such letters.
        Path own = parent.resolve("own");
        publish(own, "javampi", JAR, Path.of("pom.xml"));
        publish(own, "javampi-junit", Path.of("..", "junit", "target", "classes"), Path.of("..", "junit", "pom.xml"));
        publish(own, "javampi-parent", null, Path.of("..", "..", "pom.xml"));
        Files.writeString(folder.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror><id>known</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                  <profiles><profile><id>own</id><repositories>
                    <repository><id>own</id><url>%s</url></repository>
                  </repositories></profile></profiles>
                  <activeProfiles><activeProfile>own</activeProfile></activeProfiles>
                </settings>
                """.formatted(
                        Path.of(System.getProperty("repository")).toUri(), own.toUri()));
        Ended built = run(
                project,
                List.of(
                        Path.of(System.getProperty("maven.home"), "bin", MAVEN).toString(),
                        "-q",
                        "-B",
                        "-s",
                        folder.resolve("settings.xml").toString(),
                        "-Dmaven.repo.local=" + folder.resolve("repository"),
                        "test"));
        assertEquals(0, built.status, built.text);
        try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
            String report =
                    Files.readString(reports.filter(file -> file.toString().endsWith(".txt"))
                            .findFirst()
                            .orElseThrow());
            assertTrue(report.contains("Tests run: 4, Failures: 0, Errors: 0"), report);
        }
        List<String> words = new ArrayList<>(List.of("-cp", "javampi.jar", setting(project, "MAIN_CLASS_NAME")));
        String classes = project.resolve("target/classes").toString();
        for (String word : setting(project, "PROGRAM_PARAMETERS").split(" ")) {
            words.add(word.equals("target/classes") ? classes : word);
        }
        Ended started = java(words.toArray(new String[0]));
        assertEquals("4 ranks add up to 6", started.text.strip());
    }

    /** What an IDE reads in the run configuration of the project. */
    private static String setting(Path project, String name) throws IOException {
        String text = Files.readString(project.resolve(".run/Sum on 4 ranks.run.xml"));
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }

    @Test
    void shouldStartTheSameInEachIde() throws IOException {
        String arguments = setting(EXAMPLE, "PROGRAM_PARAMETERS");
        String launch = Files.readString(EXAMPLE.resolve(".vscode/launch.json"));
        assertTrue(launch.contains("\"mainClass\": \"" + setting(EXAMPLE, "MAIN_CLASS_NAME") + "\""), launch);
        String words = String.join("\", \"", arguments.split(" "));
        assertTrue(launch.contains("\"args\": [\"" + words + "\"]"), launch);
    }

    @Test
    void shouldNameTheVersionOfThisProject() throws IOException {
        String version = "<version>" + System.getProperty("javampi.version") + "</version>";
        Path root = Path.of("..", "..");
        for (Path file :
                List.of(EXAMPLE.resolve("pom.xml"), root.resolve("docs/testing.md"), root.resolve("docs/install.md"))) {
            List<String> coordinates = Files.readAllLines(file).stream()
                    .filter(line -> line.contains("<artifactId>javampi"))
                    .toList();
            assertEquals(2, coordinates.size(), file.toString());
            assertTrue(coordinates.stream().allMatch(line -> line.contains(version)), file.toString());
        }
    }

    /** As a repository has it; {@code what} is a jar, a folder of classes, or nothing. */
    private static void publish(Path repository, String artifact, Path what, Path pom) throws Exception {
        String version = System.getProperty("javampi.version");
        Path place = Files.createDirectories(
                repository.resolve("org/javampi").resolve(artifact).resolve(version));
        Files.copy(pom, place.resolve(artifact + "-" + version + ".pom"));
        Path jar = place.resolve(artifact + "-" + version + ".jar");
        if (what != null && Files.isDirectory(what)) {
            Ended packed = run(
                    what,
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "jar")
                                    .toString(),
                            "cf",
                            jar.toString(),
                            "."));
            assertEquals(0, packed.status, packed.text);
        } else if (what != null) {
            Files.copy(what, jar);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
