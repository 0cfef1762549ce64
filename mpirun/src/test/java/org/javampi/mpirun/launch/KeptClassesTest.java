package org.javampi.mpirun.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of unchanged sources are used again, and no others. */
class KeptClassesTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_600_000_000_000L);

    @TempDir
    private Path folder;

    private Path sources;
    private Path made;
    private int restored;

    @BeforeEach
    void prepare() throws IOException {
        sources = Files.createDirectories(folder.resolve("sources/a"));
        made = Files.createDirectories(folder.resolve("made/a"));
        Files.writeString(made.resolve("Prog.class"), "bytes");
        write("Beside.java", "one", LONG_AGO);
    }

    private void write(String name, String text, FileTime time) throws IOException {
        Path file = sources.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, time);
    }

    private KeptClasses kept(String what) {
        CompilerInputs inputs = new CompilerInputs(sources.resolve("Prog.java"));
        inputs.add(List.of(sources.getParent()), "a");
        inputs.add(List.of(sources.getParent()), "java.lang");
        return new KeptClasses(folder.resolve("programs"), what, inputs);
    }

    private void keep(String what) {
        kept(what).keep(folder.resolve("made"), "a.Prog", Instant.now());
    }

    private String restore(String what) throws IOException {
        Path into = Files.createDirectory(folder.resolve("into" + restored++));
        String mainClass = kept(what).restore(into);
        assertEquals(mainClass != null, Files.exists(into.resolve("a/Prog.class")));
        return mainClass;
    }

    @Test
    void shouldRestoreWhatWasKept() throws IOException {
        assertNull(restore("text"));
        keep("text");
        assertEquals("a.Prog", restore("text"));
        keep("text");
        assertEquals("a.Prog", restore("text"));
    }

    @Test
    void shouldForgetWhenSourceOrNeighboursChange() throws IOException {
        keep("text");
        assertNull(restore("other text"));
        write("Beside.java", "two", FileTime.fromMillis(LONG_AGO.toMillis() + 1));
        assertNull(restore("text"));
        write("Beside.java", "one", LONG_AGO);
        assertEquals("a.Prog", restore("text"));
        write("New.java", "", LONG_AGO);
        assertNull(restore("text"));
    }

    @Test
    void shouldForgetWhenAFolderComesThatWasLookedFor() throws IOException {
        keep("text");
        Path classes = Files.createDirectories(sources.resolveSibling("java/lang"));
        assertEquals("a.Prog", restore("text"));
        Files.writeString(classes.resolve("String.class"), "");
        assertNull(restore("text"));
    }

    @Test
    void shouldKeepNothingWhileInputsAreBeingEdited() throws IOException {
        write("Beside.java", "three", FileTime.from(Instant.now()));
        keep("text");
        assertNull(restore("text"));
        assertFalse(Files.exists(folder.resolve("programs")));
    }

    @Test
    void shouldSweepWhatNobodyHasUsedForLong() throws IOException {
        keep("old");
        Path programs = folder.resolve("programs");
        try (var all = Files.list(programs)) {
            for (Path program : all.toList()) {
                Files.setLastModifiedTime(program.resolve("inputs"), LONG_AGO);
            }
        }
        keep("text");
        try (var all = Files.list(programs)) {
            assertEquals(1, all.count());
        }
    }
}
