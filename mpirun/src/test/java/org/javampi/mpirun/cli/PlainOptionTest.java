package org.javampi.mpirun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Whether picocli reads a command line or not makes no difference to what it means. */
class PlainOptionTest {
    private static LaunchOptions launcher() {
        return new LaunchOptions();
    }

    private static List<String> words(PlainOption option, String name) {
        OptionSpec spec = new CommandLine(launcher()).getCommandSpec().findOption(name);
        assertNotNull(spec, option + " " + name);
        List<String> words = new ArrayList<>(List.of(name));
        if (spec.typeInfo().isMap()) {
            words.add("key=7=8");
        } else if (spec.arity().max() > 0) {
            words.add("7");
        }
        return words;
    }

    /** What the options have come to, field by field. */
    private static String fields(LaunchOptions launcher) throws IllegalAccessException {
        StringBuilder text = new StringBuilder();
        addFields(launcher, text);
        return text.toString();
    }

    private static void addFields(Object options, StringBuilder text) throws IllegalAccessException {
        for (Field field : options.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(Option.class)) {
                text.append(field.getName())
                        .append('=')
                        .append(field.get(options))
                        .append('\n');
            } else if (field.isAnnotationPresent(Mixin.class)) {
                addFields(field.get(options), text);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PlainOption.class)
    void shouldMeanWhatPicocliMakesOfIt(PlainOption option) throws IllegalAccessException {
        for (String name : option.names) {
            List<String> words = words(option, name);
            words.addAll(List.of("-Xmx1g", "Prog", "-np", "3"));
            LaunchOptions plain = launcher();
            Arguments plainly = plain.readPlainly(words);
            LaunchOptions full = launcher();
            Arguments fully = new PicocliReader(full).read(words);
            assertEquals(fully, plainly, name);
            assertEquals(fields(full), fields(plain), name);
        }
    }

    @ParameterizedTest
    @EnumSource(PlainOption.class)
    void shouldKnowAllNamesOfAnOption(PlainOption option) {
        OptionSpec spec = new CommandLine(launcher()).getCommandSpec().findOption(option.names.get(0));
        Set<String> names = new TreeSet<>(Arrays.asList(spec.names()));
        assertEquals(names, new TreeSet<>(option.names));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-np four X",
                "-np 2 -np 3 X",
                "-np=2 X",
                "-np -1 X",
                "-np 1234567890 X",
                "-cp -l X",
                "-cp @file X",
                "--ft X",
                "--map-by node X",
                "--set key X",
                "--set =7 X",
                "--bind-to core --bind-to none X",
                "-np",
                "--transprot shm X"
            })
    void shouldLeaveToPicocliWhatIsNotPlain(String line) {
        assertNull(launcher().readPlainly(List.of(line.split(" "))), line);
    }

    @Test
    void shouldTakeANumberThatFollowsWithoutASpace() throws IllegalAccessException {
        for (String word : List.of("-np4", "-n4", "-c4", "--np4")) {
            LaunchOptions plain = launcher();
            assertEquals(
                    List.of("X", "-n5"),
                    plain.readPlainly(List.of(word, "X", "-n5")).program(),
                    word);
            assertTrue(fields(plain).contains("ranks=4\n"), word);
        }
        LaunchOptions full = launcher();
        new PicocliReader(full).read(List.of("-N2", "-np4", "X"));
        assertTrue(fields(full).contains("perHost=2\n"), fields(full));
    }

    @Test
    void shouldTakeAllBehindAJarForTheProgram() {
        List<String> line = List.of("-np", "2", "-jar", "x.jar", "-l", "-np", "3");
        Arguments plainly = launcher().readPlainly(line);
        assertEquals(List.of("-l", "-np", "3"), plainly.program());
        assertEquals(plainly, new PicocliReader(launcher()).read(line));
    }

    @Test
    void shouldKeepTheOrderOfVariables() throws IllegalAccessException {
        LaunchOptions plain = launcher();
        assertNotNull(plain.readPlainly(List.of("-x", "A=1", "-l", "-x", "B", "X")));
        assertTrue(fields(plain).contains("variables=[A=1, B]\n"), fields(plain));
    }
}
