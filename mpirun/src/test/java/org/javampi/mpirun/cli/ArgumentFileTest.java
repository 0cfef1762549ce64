package org.javampi.mpirun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of arguments mean what they mean to {@code java}. */
class ArgumentFileTest {
    private static Arguments split(String... words) {
        return new PicocliReader(new LaunchOptions()).split(List.of(words));
    }

    @Test
    void shouldTakeWordsFromAFileAsJavaDoes() {
        String text =
                "Echo #c\nd\\n e \"f\\ng\\x\\\\\" \"open quote\nnext \"cont\\\n   tail\" x\"y z\"w 'sq \"in\"' \"\" last\\\n"
                        + "line # end\r\n@@lit @Echo";
        assertEquals(
                List.of(
                        "Echo",
                        "d\\n",
                        "e",
                        "f\ngx\\",
                        "open quote",
                        "next",
                        "conttail",
                        "xy zw",
                        "sq \"in\"",
                        "",
                        "last\\",
                        "line",
                        "@@lit",
                        "@Echo"),
                ArgumentFile.words(text));
    }

    @Test
    void shouldReplaceItsNameByItsWordsBeforeTheProgramOnly(@TempDir Path folder) throws IOException {
        Path jvm = Files.writeString(folder.resolve("jvm"), "-Xmx1g -Dx=\"a b\"\n-np 3");
        Path path = Files.writeString(folder.resolve("path"), "a.jar:b");
        Path program = Files.writeString(folder.resolve("program"), "-l Prog @jvm @@x");
        Arguments arguments = split("@" + jvm, "-cp", "@" + path, "@" + program, "y", "@" + jvm);
        assertEquals(List.of("-np", "3", "-cp", "a.jar:b", "-l"), arguments.launcher());
        assertEquals(List.of("-Xmx1g", "-Dx=a b"), arguments.jvm());
        assertEquals(List.of("Prog", "@jvm", "@@x", "y", "@" + jvm), arguments.program());
        assertEquals(arguments, split("java", "@" + jvm, "-cp", "@" + path, "@" + program, "y", "@" + jvm));
    }

    @Test
    void shouldLeaveLiteralsAndDisabledFilesAlone() {
        assertEquals(List.of("@Prog"), split("@@Prog").program());
        assertEquals(List.of("@Prog"), split("--disable-@files", "@Prog").program());
        assertEquals(List.of("@args"), split("-jar", "x.jar", "@args").program());
    }
}
