package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type, right and wrong. */
class UsageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-np 0 X | 2 | -np 0: at least 1 rank is needed",
                "-np four X | 2 | -np four: 'four' is not a whole number",
                "-np | 2 | -np needs N: number of ranks",
                "-np 2 -np 3 X | 2 | -np is given more than once: leave out all but one",
                "-l=7 X | 2 | -l takes no value: leave out =7",
                "--dry-run=yes X | 2 | --dry-run takes no value: leave out =yes",
                "-bind-to= X | 2 | -bind-to needs core|none|crowded: ",
                "-rsh-agent= -H a X | 2 | -rsh-agent needs CMD: called 'CMD host command' instead of ssh; ",
                "--output-filename= X | 2 | --output-filename needs F: ",
                "-genvlist= X | 2 | -genvlist needs V,W: ",
                "-genvlist NO_SUCH_VARIABLE_HERE X | 2 | (-x, -genvlist, -envlist): no such environment variable",
                "-N 0 -H a X | 2 | -N 0: at least 1 is needed",
                "--timeout 0 X | 2 | --timeout 0: at least 1 second",
                "--wdir /no/such X | 2 | --wdir /no/such: there is no such directory",
                "--set shm.ring.bytes X | 2 | --set shm.ring.bytes: write --set key=value",
                "--coll-file no.rules X | 2 | no.rules: there is no such file that can be read",
                "--restart no-such | 1 | --restart no-such: there is no such directory",
                "--transprot shm X | 2 | unknown option --transprot: did you mean --transport?",
                "--foo X | 2 | unknown option --foo (options for the program go behind its name",
                "-np 2 X : | 2 | stands between two programs",
                "-np 1 X : -np 0 Y | 2 | -np 0: at least 1 rank is needed",
                "-np 1 X : -np 1 | 2 | no program: javampirun",
                "-np 1 X : --timeout 3 Y | 2 | --timeout is for the whole job: write it before the first program",
                "-np 1 X : --transprot shm Y | 2 | unknown option --transprot: did you mean --transport?",
                "-np 1 X : --wdir /no/such Y | 2 | --wdir /no/such: there is no such directory",
                "-configfile no-such-file | 2 | -configfile no-such-file: there is no such file that can be read",
                "--app no-such-file X | 2 | -configfile no-such-file names the programs: leave out X",
                "@no-such-file X | 2 | @no-such-file: there is no such file of arguments that can be read",
                "--mca btl tcp,self X | 2 | unknown option --mca: there are no MCA parameters here; --transport chooses",
                "-q X | 2 | unknown option -q: leave it out, the launcher says nothing but failures",
                "-bynode X | 2 | unknown option -bynode: write --map-by node",
                "--transport udp X | 2 | --transport udp: give shm, tcp or shm,tcp",
                "-np 2 | 2 | no program: javampirun -np 4 Program.java",
                "--set shm.rings=1 X | 2 | unknown setting shm.rings (javampirun --list-settings names all)",
                "--set foo=1 X | 2 | unknown setting foo (javampirun",
                "--set shm.dri=/x X | 2 | unknown setting shm.dri: did you mean shm.dir?",
                "--set shm.dir=/no/such X | 2 | --set shm.dir=/no/such: there is no such directory",
                "-x NO_SUCH_VARIABLE_HERE X | 2 | no such environment variable",
                "-hostfile no-such-file X | 2 | -hostfile no-such-file: there is no such file",
                "-H a,,b X | 2 | -host a,,b: '' is no name of a host",
                "-H a:x X | 2 | -host a:x: 'x' is not a number of slots",
                "--map-by rack -H a X | 2 | --map-by rack: slot, core or node",
                "--bind-to socket X | 2 | --bind-to socket: give core or crowded or none (default: crowded)",
                "-launcher pigeon -H a X | 2 | -launcher pigeon: ssh, slurm, pbs, lsf, sge or fork",
                "-N -1 -H a X | 2 | -N -1: at least 1 is needed",
                "--checkpoint-keep 3 X | 2 | --checkpoint-keep needs --checkpoint-dir DIR",
                "--checkpoint-dir target/d --checkpoint-keep 1 X | 2 | --checkpoint-keep 1: at least 2",
                "--checkpoint-dir target/d --ft NoSuchClass | 1 | class NoSuchClass is not on the class path",
                "--checkpoint-dir target/d --ft 3 NoSuchClass | 1 | class NoSuchClass is not on the class path",
                "--ft NoSuchClass | 2 | --ft needs --checkpoint-dir DIR",
                "NoSuchClass | 1 | ): class NoSuchClass is not on the class path",
                "NoSuch.java | 1 | NoSuch.java: there is no such file",
                "-jar no-such.jar | 1 | -jar no-such.jar: there is no such file"
            })
    void shouldRefuseWithARemedy(String words, int status, String text) throws IOException {
        JobRun run = JobRun.of(words.trim().split(" "));
        assertEquals(status, run.status, run.err);
        assertTrue(run.err.contains(text), run.err);
        assertTrue(run.err.startsWith("javampirun: "), run.err);
        assertFalse(run.err.contains("\tat "), run.err);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shm.ring.bytes=abc | a power of two from 16384 to 268435456 bytes | by ranks",
                "shm.ring.bytes=65535 | a power of two from 16384 to 268435456 bytes | by ranks",
                "eager.bytes=-1 | a number of bytes from 0 to 16777216 | 16384",
                "eager.window.bytes=1e6 | a number of bytes from 65536 to 1073741824 | 8388608",
                "chunk.bytes=99999999999999999999 | a number of bytes from 1024 to 67108864 |" + " 67108864",
                "wait.spin.us=1.5 | a number of microseconds from 0 to 1000000000 | 10000",
                "coll.explain=yes | true or false | false",
                "heartbeat.timeout=0 | a number of seconds from 1 to 999999 | 30",
                "reach.timeout=1 | a number of seconds from 2 to 9999 | 5",
                "pretend.hosts=0 | a number of hosts from 1 to 999999 | 1"
            })
    void shouldRefuseASettingThatIsOutOfItsLimits(String given, String allowed, String fallback) throws IOException {
        JobRun run = JobRun.of("--set", given, "X");
        assertEquals(2, run.status, run.err);
        assertEquals(
                "javampirun: --set " + given + ": give " + allowed + " (default: " + fallback + ")", run.err.strip());
    }

    @Test
    void shouldRefuseMoreRanksThanTheHostsMayTake(@TempDir Path folder) throws IOException {
        Path hosts = Files.writeString(folder.resolve("hosts"), "localhost slots=1 max_slots=2\n");
        JobRun run = JobRun.of("--dry-run", "-np", "3", "-hostfile", hosts.toString(), "Prog");
        assertEquals(2, run.status, run.out);
        assertEquals(
                "javampirun: -np 3: the hosts take at most 2 ranks (max_slots); give fewer ranks or raise max_slots",
                run.err.strip());
    }

    @Test
    void shouldNameAllWrongSettingsTogether() throws IOException {
        JobRun run = JobRun.of("--set", "eager.bytes=x", "--set", "chunk.bytes=y", "X");
        assertTrue(run.err.contains("eager.bytes=x") && run.err.contains("chunk.bytes=y"), run.err);
    }

    @Test
    void shouldAskForTheSourceFileWhenItsNameLacksTheEnding() throws IOException {
        JobRun run = JobRun.of("src.test.java.org.javampi.mpirun.UsageTest");
        assertTrue(run.err.contains("did you mean the source file src/test/java"), run.err);
    }

    @Test
    void shouldSayHowAJarAndAClassAreRunWhenTheirFilesAreNamed(@TempDir Path folder) throws IOException {
        String jar = Files.createFile(folder.resolve("prog.jar")).toString();
        assertEquals(
                "javampirun: " + jar + " is a jar: write -jar " + jar,
                JobRun.of(jar).err.strip());
        String file = Files.createFile(folder.resolve("Prog.class")).toString();
        JobRun run = JobRun.of(file);
        assertEquals(1, run.status);
        assertEquals(
                "javampirun: "
                        + file
                        + " is a class file: write the class's name, with its package, such as"
                        + " Prog, and -cp FOLDER if its folder is not this one",
                run.err.strip());
    }

    @Test
    void shouldLookFirstForAllNumbersOfRanksAndConfirmInTurnsWhenTuning(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("my.rules");
        JobRun run = JobRun.of("tune", "-np", "2,3", "--quick", "--dry-run", "-o", rules.toString(), "bcast");
        assertEquals(0, run.status, run.err);
        List<String> programs =
                run.out.lines().filter(l -> l.startsWith("program")).toList();
        assertEquals(10, programs.size(), run.out);
        String start = "program   org.javampi.collectives.tune.";
        for (int world = 0; world < 2; world++) {
            String tuner = programs.get(world);
            assertTrue(tuner.startsWith(start + "Tuner "), run.out);
            assertTrue(tuner.contains(world + ".findings --quick --about=javampi"), tuner);
            assertTrue(tuner.endsWith(" bcast"), tuner);
            String first = programs.get(2 + world);
            assertTrue(first.startsWith(start + "Confirmation "), run.out);
            assertTrue(first.endsWith(world + ".findings --pause=500"), first);
            String last = programs.get(8 + world);
            String into = world + ".findings --pause=500 --into=" + rules;
            assertTrue(last.endsWith(world == 0 ? into : into + " --append"), last);
        }
        assertTrue(Files.notExists(rules));
    }

    @Test
    void shouldCheckRulesForEachNumberOfRanks(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("my.rules"), "scan=linear@2");
        JobRun run = JobRun.of("tune", "--check", rules.toString(), "-np", "2,3", "--dry-run", "scan");
        assertEquals(0, run.status, run.err);
        List<String> programs =
                run.out.lines().filter(l -> l.startsWith("program")).toList();
        String check = "program   org.javampi.collectives.tune.Check " + rules + " scan";
        assertEquals(List.of(check, check), programs);
    }

    @Test
    void shouldSayWhatIsWrongWhenRulesCannotBeCheckedOrWritten(@TempDir Path folder) throws IOException {
        Path none = folder.resolve("none.rules");
        assertRefused(
                "--check " + none + ": there is no such file that can be read; tune writes one",
                "--check",
                none.toString());
        Path rules = Files.writeString(folder.resolve("my.rules"), "");
        assertRefused("--check writes nothing: leave out --output x", "--check", rules.toString(), "--output", "x");
        assertRefused(
                "--check takes the sizes that the rules are for: leave out --quick",
                "--check",
                rules.toString(),
                "--quick");
        assertRefused("--output " + folder + ": that is a directory; name a file", "--output", folder.toString());
        Path deep = none.resolve("my.rules");
        assertRefused("--output " + deep + ": there is no directory " + none, "--output", deep.toString());
    }

    private static void assertRefused(String why, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("tune", "-np", "2"));
        all.addAll(List.of(words));
        JobRun run = JobRun.of(all.toArray(new String[0]));
        assertEquals(2, run.status, run.err);
        assertEquals("javampirun tune: " + why, run.err.strip());
    }

    @Test
    void shouldRefuseToTuneOneRank() throws IOException {
        JobRun run = JobRun.of("tune", "-np", "1");
        assertEquals(2, run.status);
        assertEquals("javampirun tune: -np 1: at least 2 ranks are needed", run.err.strip());
    }

    @Test
    void shouldCompileAndRunASourceFile(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("Two.java");
        Files.writeString(
                source,
                "public class Two { public static void main(String[] a) {"
                        + " System.out.println(System.getProperty(\"x\") + System.getenv(\"V\")"
                        + " + Helper.text()); } }",
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("Helper.java"),
                "class Helper { static String text() { return \"helped\"; } }",
                StandardCharsets.UTF_8);
        JobRun run = JobRun.of("-np", "2", "-l", "-Dx=1", "-x", "V=2", source.toString(), "ignored");
        assertEquals(0, run.status, run.err);
        assertEquals(
                "[0] 12helped|[1] 12helped",
                run.out.lines().sorted().reduce((a, b) -> a + "|" + b).orElse(""));
    }

    @Test
    void shouldShowCompileErrors(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("Bad.java");
        Files.writeString(source, "public class Bad { int x = \"text\"; }", StandardCharsets.UTF_8);
        JobRun run = JobRun.of(source.toString());
        assertEquals(1, run.status);
        assertTrue(run.err.contains("does not compile"), run.err);
        assertTrue(run.err.contains("incompatible types"), run.err);
    }

    @Test
    void shouldShowTheMapAndTheAgentsCommandsWhenDry(@TempDir Path folder) throws IOException {
        Path hosts = folder.resolve("hosts");
        // As editors of Windows write it.
        Files.writeString(hosts, "\ufeffh1 slots=2\r\nh2:1 # small\r\n", StandardCharsets.UTF_8);
        JobRun run = JobRun.of(
                "--do-not-launch", "-machinefile", hosts.toString(), "-np", "4", "--rsh-agent", "rsh -q", "Prog");
        assertEquals(0, run.status, run.err);
        assertTrue(run.out.contains("map       h1: ranks 0 1 3\n"), run.out);
        assertTrue(run.out.contains("map       h2: ranks 2\n"), run.out);
        assertTrue(run.out.contains("agent     rsh -q h2 exec "), run.out);
        assertTrue(run.out.contains("vm 1      ranks 1..1 on h1\n"), run.out);
    }

    @Test
    void shouldLeaveNothingBehindWhenDry(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("Dry.java");
        Files.writeString(source, "public class Dry { }", StandardCharsets.UTF_8);
        String job = "00000000-0000-0000-0000-" + String.format("%012x", System.nanoTime());
        JobRun run = JobRun.of("--dry-run", "--job", job, source.toString());
        assertEquals(0, run.status, run.err);
        Path classes = Path.of(System.getProperty("java.io.tmpdir"), "javampi-" + job + "-classes");
        assertTrue(run.out.contains(classes.toString()), run.out);
        assertFalse(Files.exists(classes), classes.toString());
    }

    @Test
    void shouldStartNothingWhenDry() throws IOException {
        JobRun run = JobRun.of("--dry-run", "-np", "3", "--vm-ranks", "2", "-Xmx1g", "Prog", "a");
        assertEquals(0, run.status);
        assertTrue(run.out.contains("ranks 2..2"), run.out);
        assertTrue(run.out.contains("-Xmx1g"), run.out);
    }
}
