package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.javampi.mpirun.cli.LaunchOptions;
import org.javampi.mpirun.cli.Manuals;
import org.javampi.mpirun.cli.Version;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What people read about the options: the help, the manual page, the shell's completions, the version. */
class HelpTest {
    private static List<OptionSpec> options() {
        return new CommandLine(new LaunchOptions()).getCommandSpec().options();
    }

    @Test
    void shouldShowEachOptionOnceInAGroup() throws IOException {
        List<String> lines = JobRun.of("--help").good().out.lines().toList();
        List<String> shown = lines.stream()
                .filter(line -> line.startsWith("  -"))
                .map(line -> line.trim().split(" ")[0])
                .toList();
        for (OptionSpec option : options()) {
            long times = Arrays.stream(option.names()).filter(shown::contains).count();
            assertEquals(option.hidden() ? 0 : 1, times, option.longestName());
        }
        assertTrue(lines.indexOf("Programs and ranks") < lines.indexOf("Several hosts"), lines.toString());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 100), lines.toString());
    }

    @Test
    void shouldNameEveryOptionInTheManualPage(@TempDir Path folder) throws IOException {
        Manuals.write(folder);
        String page = Files.readString(folder.resolve("man/man1/javampirun.1"));
        for (OptionSpec option : options()) {
            if (!option.names()[0].matches("--(make-archives|first-jvm-option|exit-in-order)")) {
                for (String name : option.names()) {
                    assertTrue(page.contains("\\fB" + name.replace("-", "\\-") + "\\fR"), name);
                }
            }
        }
        assertTrue(page.startsWith(".TH JAVAMPIRUN 1"), page);
        assertFalse(page.contains("%%"), page);
    }

    @Test
    void shouldCompleteOptionsInBash(@TempDir Path folder) throws IOException, InterruptedException {
        Manuals.write(folder);
        Path script = folder.resolve("bash-completion/completions/javampirun");
        Path trial = Files.writeString(
                folder.resolve("trial"),
                "compopt() { :; }\n. " + script
                        + "\nCOMP_WORDS=(javampirun --timeo) COMP_CWORD=1 COMP_LINE='javampirun --timeo'"
                        + " COMP_POINT=18\n_complete_javampirun\necho \"${COMPREPLY[@]}\"\n");
        Process bash = new ProcessBuilder(List.of("bash", trial.toString()))
                .redirectErrorStream(true)
                .start();
        String replies = new String(bash.getInputStream().readAllBytes());
        assertTrue(bash.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals("--timeout", replies.strip());
    }

    @Test
    void shouldPrintAllThatAReportNeeds() throws IOException {
        List<String> lines =
                new ArrayList<>(JobRun.of("--version").good().out.lines().toList());
        assertTrue(lines.get(0).startsWith("javampi " + Version.NUMBER), lines.toString());
        assertTrue(
                lines.get(0).contains("MPI-1.2") && lines.get(0).contains("Java " + Runtime.version()), lines.get(0));
        assertTrue(lines.get(1).contains(System.getProperty("java.home")), lines.toString());
        assertTrue(lines.get(2).contains(System.getProperty("os.arch")), lines.toString());
    }

    @Test
    void shouldHaveTheVersionOfTheBuild() throws IOException {
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<version>" + Version.NUMBER + "</version>"));
    }
}
