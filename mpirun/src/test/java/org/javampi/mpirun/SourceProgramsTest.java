package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.javampi.mpirun.launch.SourceCompiler;
import org.javampi.mpirun.plan.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs as {@code java Prog.java} takes them. */
class SourceProgramsTest {
    private static final String MAIN = "{ public static void main(String[] a) { } }";

    @TempDir
    Path folder;

    private Path write(String name, String text, Charset charset) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, charset);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text, StandardCharsets.UTF_8);
    }

    private String compiled(Path source, String... jvmOptions) {
        Program program = Program.resolve(null, List.of(source.toString()), ".", folder.resolve("classes"));
        return SourceCompiler.compile(program, List.of(), List.of(jvmOptions)).mainClass();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello.java | class Hello $M | Hello",
                "Lab1.java | class Main $M class Helper { } | Main",
                "Lab2.java | class Helper { void main2() { } } class Main $M | Main",
                "Other.java | public class Prog $M | Prog",
                "demo/app/Prog.java | /* licence */ // and more$N package demo.app ; public class Prog $M | demo.app.Prog",
                "Away.java | /* package old.name; */ package demo.app; class Away $M | demo.app.Away",
                "Bom.java | \ufeffpublic class Bom $M | Bom",
                "Face.java | interface Face $M | Face",
                "Enum.java | enum Enum { X; public static void main(String... a) { } } | Enum",
                "Rec.java | record Rec(int x) $M | Rec"
            })
    void shouldFindTheMainClass(String name, String text, String mainClass) throws IOException {
        assertEquals(mainClass, compiled(write(name, text.replace("$M", MAIN).replace("$N", "\r\n"))));
    }

    @Test
    void shouldCompileWhatStandsBesideIt() throws IOException {
        write("mod/module-info.java", "module m { requires not.here; }");
        write("mod/Helper.java", "class Helper { static int x; }");
        assertEquals(
                "Mod",
                compiled(write("mod/Mod.java", "class Mod { public static void main(String[] a) { Helper.x = 1; } }")));
        assertTrue(Files.exists(folder.resolve("classes/Helper.class")));
    }

    @Test
    void shouldReadLatin1() throws IOException {
        Path source = write("Cafe.java", "class Cafe " + MAIN + " // caf\u00e9", StandardCharsets.ISO_8859_1);
        assertEquals("Cafe", compiled(source));
    }

    @Test
    void shouldTellTheCompilerWhatTheJvmIsTold() throws IOException {
        Path source = write(
                "Inner.java",
                "class Inner { Object x = sun.security.util.Debug.class; java.sql.Date d; jdk.incubator.vector.IntVector v;"
                        + " public static void main(String[] a) { } }");
        assertEquals(
                "Inner",
                compiled(
                        source,
                        "--add-exports",
                        "java.base/sun.security.util=ALL-UNNAMED",
                        "--add-modules=jdk.incubator.vector",
                        "--enable-preview",
                        "-Xmx1g"));
    }

    @Test
    void shouldNameTheVariableThatIsNull() throws IOException {
        Path source = write(
                "Npe.java",
                "public class Npe { public static void main(String[] a) { String name = null; name.length(); } }");
        JobRun run = JobRun.of("-np", "1", source.toString());
        assertEquals(1, run.status);
        assertTrue(run.err.contains("because \"name\" is null"), run.err);
    }

    /** The longest command line that Linux passes on has 128 KiB in a word. */
    @Test
    void shouldTakeFoldersOfManyJars() throws IOException {
        Path jar = folder.resolve("jars/first.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("found.txt"));
        }
        for (int i = 0; i < 700; i++) {
            Files.copy(jar, folder.resolve("jars/" + "a-rather-long-name-of-a-library-".repeat(6) + i + ".jar"));
        }
        Path source = write(
                "Many.java",
                "public class Many { public static void main(String[] a) throws Exception {"
                        + " System.out.println(java.util.Collections.list("
                        + "Many.class.getClassLoader().getResources(\"found.txt\")).size()); } }");
        for (String perJvm : List.of("1", "2")) {
            JobRun run = JobRun.of(
                    "-np", "2", "--vm-ranks", perJvm, "-cp", folder.resolve("jars") + "/*", source.toString());
            assertEquals("701\n701\n", run.good().out);
        }
    }
}
