package org.javampi.mpirun.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javampi.mpirun.cli.Arguments;
import org.javampi.mpirun.cli.HostOptions;
import org.javampi.mpirun.cli.LaunchOptions;
import org.javampi.mpirun.failure.WrongUsage;
import org.javampi.mpirun.hosts.OwnNames;
import org.javampi.mpirun.hosts.RemoteStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What planners make of options and surroundings, with nothing started. */
class PlannersTest {
    private static RemoteStart remote(Map<String, String> environment, String... words) {
        HostOptions options = new HostOptions();
        new CommandLine(options).parseArgs(words);
        return new HostPlanner(options)
                .choose(1, List.of(), 1, environment, OwnNames.ofThisHost(), null)
                .placement()
                .remote();
    }

    private static String start(Map<String, String> environment, String... words) {
        return String.join(" ", remote(environment, words).command(List.of("192.0.2.7"), List.of("agent")));
    }

    @Test
    void shouldStartAgentsAsVariablesOfOtherLaunchersSay() {
        assertTrue(start(Map.of("OMPI_MCA_plm_rsh_agent", "rsh -q"), "-H", "192.0.2.7")
                .startsWith("rsh -q 192.0.2.7 "));
        assertTrue(start(Map.of("HYDRA_LAUNCHER_EXEC", "krsh", "HYDRA_LAUNCH_EXTRA_ARGS", "-v"), "-H", "192.0.2.7")
                .startsWith("krsh -v 192.0.2.7 "));
        assertTrue(start(Map.of("OMPI_MCA_plm_rsh_args", "-p 2222"), "-H", "192.0.2.7")
                .contains(" -p 2222 192.0.2.7 "));
        // The command line comes first.
        assertTrue(start(Map.of("HYDRA_LAUNCHER_EXEC", "krsh"), "-H", "192.0.2.7", "--rsh-agent", "rsh")
                .startsWith("rsh 192.0.2.7 "));
    }

    @Test
    void shouldTakeTheTimeLimitOfOtherLaunchers() {
        assertEquals(0, JobPlanner.timeoutSeconds(null, null));
        assertEquals(0, JobPlanner.timeoutSeconds(null, " "));
        assertEquals(7, JobPlanner.timeoutSeconds(null, "7"));
        assertEquals(3, JobPlanner.timeoutSeconds(3, "7"));
        for (String wrong : List.of("0", "-1", "1.5", "two", "99999999999")) {
            WrongUsage refused = assertThrows(WrongUsage.class, () -> JobPlanner.timeoutSeconds(null, wrong));
            assertEquals("MPIEXEC_TIMEOUT=" + wrong + ": give a number of seconds, or unset it", refused.getMessage());
        }
    }

    private static List<String> saved(Path directory, String... words) {
        LaunchOptions options = new LaunchOptions();
        List<String> all = new ArrayList<>(List.of("--checkpoint-dir", directory.toString()));
        all.addAll(List.of(words));
        JobPlanner planner = new JobPlanner(options, List.of(), System.err);
        Arguments arguments = planner.prepare(options.read(all));
        return planner.plan(arguments, null).checkpoints().command();
    }

    @Test
    void shouldSaveACommandThatMeansTheSameInEveryDirectory(@TempDir Path folder) {
        String here = Path.of("").toAbsolutePath().toString();
        String inside = here + File.separator;
        String source = "src/test/java/org/javampi/mpirun/Ends.java";
        assertEquals(
                List.of(
                        "-cp",
                        here + File.pathSeparator + inside + "a",
                        "-Dx=y",
                        Path.of(here, source).toString(),
                        "z"),
                saved(folder, "-cp", File.pathSeparator + "a", "-Dx=y", source, "z"));
        assertEquals(
                List.of("-np", "2", "-cp", inside + "a", "A", "1", ":", "-np", "1", "-cp", inside + "a", "-Dp=q", "B"),
                saved(folder, "-np", "2", "-cp", "a", "A", "1", ":", "-Dp=q", "B"));
    }

    @Test
    void shouldRestartAllProgramsOfAJob() {
        LaunchOptions options = new LaunchOptions();
        Arguments first = options.readAgain(
                List.of("-np", "2", "-cp", "/a", "A", "1", ":", "-np", "1", "-cp", "/b", "-Dp=q", "B"),
                List.of("-Xmx1g"));
        assertEquals(List.of("A", "1"), first.program());
        assertEquals(2, options.program.ranks);
        assertEquals(1, options.others().size());
        assertEquals("/b", options.others().get(0).own.classPath);
        assertEquals(
                List.of("-Dp=q", "-Xmx1g"), options.others().get(0).arguments().jvm());
    }
}
