package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users of other launchers type is understood, with one dash or two: the plan says so. */
class SpellingsTest {
    @TempDir
    private Path folder;

    private Path hosts;

    @BeforeEach
    void write() throws IOException {
        hosts = Files.write(folder.resolve("hosts"), List.of("a slots=1 max_slots=8", "b:1", "c", "a"));
    }

    private String plan(String words) throws IOException {
        String all = "--dry-run " + words.replace("HOSTS", hosts.toString()).replace("FOLDER", folder.toString());
        JobRun run = JobRun.of(all.trim().split(" "));
        assertEquals(0, run.status, words + ": " + run.err);
        return run.out;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-n 3 X;-np 3 X;-c 3 X;--np 3 X;--n 3 X;--c 3 X;-np3 X;-n3 X | vm 2      ranks 2..2",
                "-np 3 java X;-np 3 java -cp . X | program   X",
                "-N 1 -H a:4,b X;-ppn 1 -H a:4,b X;--npernode 1 -H a:4,b X;--N 1 -H a:4,b X | vm 1      ranks 1..1 on b",
                "-hostfile HOSTS X;-machinefile HOSTS X;-machinesfile HOSTS X;-f HOSTS X;--hostfile HOSTS X;--f HOSTS X"
                        + " | map       a: ranks 0 1",
                "-host a:2,b X;-hosts a:2,b X;-H a:2,b X;--host a:2,b X;--H a:2,b X;-H a -H a,b X | map       a: ranks 0 1",
                "-x V=7 X;-genv V 7 X;-env V 7 X;--x V=7 X | variable  V=7",
                "-x PATH X;-genvlist PATH X | variable  PATH=",
                "-genvall X;-genvnone X;--oversubscribe X;--allow-run-as-root X;-l X;--l X;-prepend-rank X;--tag-output X"
                        + " | program   X",
                "-prepend-pattern [%r@%h] X;--timestamp-output X;--merge-stderr-to-stdout X | program   X",
                "--output-filename out X;-outfile-pattern o.%r X;-errfile-pattern e.%r X | program   X",
                "--stdin 0 X;--stdin all X;--stdin none X;-stdin none X;--timeout 3 X;-timeout 3 X | program   X",
                "-wdir FOLDER X;--wd FOLDER X | directory /",
                "--map-by slot X;--map-by core X;--map-by node X;--bind-to core X;--bind-to none X | program   X",
                "--report-bindings X;--display-map X | map  ",
                "-np 1 X : -np 2 Y a | run Y",
                "-launcher ssh -H b X;--rsh-agent rsh -H b X;-launcher-exec rsh -H b X | agent     ",
                "-launcher fork -H a,b X | agent     ",
                "-Xmx1g -Da=b --add-opens java.base/java.lang=ALL-UNNAMED -ea X | -Da=b",
                "-np 2 -server X;-server -np 2 X | -server",
                "-debug 5005 X | program   X"
            })
    void shouldBeUnderstood(String lines, String text) throws IOException {
        for (String line : lines.split(";")) {
            String out = plan(line);
            assertTrue(out.contains(text.stripTrailing()), line + " does not plan '" + text + "':\n" + out);
        }
    }

    @Test
    void shouldReadProgramsFromAFile() throws IOException {
        Files.write(folder.resolve("programs"), List.of("# two", "-np 1 X", "-np 2 Y a"));
        for (String option : List.of("--app", "-configfile", "-app", "--configfile")) {
            assertTrue(plan(option + " FOLDER/programs").contains("run Y"), option);
        }
    }

    @Test
    void shouldLeaveTheProgramsArgumentsAlone() throws IOException {
        assertTrue(plan("-np 1 X -np 7 --help -l @no : x").contains("program   X -np 7 --help -l @no"));
    }
}
