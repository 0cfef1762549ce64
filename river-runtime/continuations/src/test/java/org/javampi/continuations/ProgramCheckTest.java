package org.javampi.continuations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.javampi.continuations.programs.Held;
import org.javampi.continuations.programs.Obstacles;
import org.javampi.continuations.programs.Programs;
import org.javampi.continuations.rewrite.ProgramCheck;
import org.javampi.continuations.rewrite.ProgramClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The places that are found without running. */
class ProgramCheckTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                Programs.Recursion.class,
                Programs.Types.class,
                Programs.Exceptions.class,
                Programs.Lambdas.class,
                Programs.Inner.class,
                Programs.Monitors.class,
                Programs.Dead.class
            })
    void shouldListNothingWhenAllCanBeFrozen(Class<?> program) {
        assertEquals(List.of(), check(program));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ForEach      | ForEach.run           | a lambda that reaches a call that may freeze is given to java.util.List.forEach, whose own frame cannot be saved",
                "Streams      | Streams.run           | a lambda that reaches a call that may freeze is given to java.util.stream.IntStream.map",
                "Sorting      | Sorting.run           | a lambda that reaches a call that may freeze is given to java.util.Arrays.sort",
                "Text         | Text.run              | reaches a call that may freeze",
                "Initialising | Initialising$Late.<clinit> | Pause.at is called while the class is initialised",
                "Super        | Super$Derived.<init>  | Base reaches a call that may freeze before this one has returned from super() or this()",
                "Arguments    | Arguments.<init>      | Pause.at is called before super() or this() has returned",
            })
    void shouldListWhatARunWouldRefuse(String program, String place, String reason) throws ClassNotFoundException {
        List<String> found = check(Class.forName(Obstacles.class.getName() + "$" + program));
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).startsWith(Obstacles.class.getName() + "$" + place + " (line "), found.toString());
        assertTrue(found.get(0).contains(reason), found.toString());
    }

    @Test
    void shouldListRecordThatIsReadByItsConstructor() {
        List<String> found = check(Programs.MadeRecords.class);
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).contains("a record is read back by its constructor"), found.toString());
    }

    @Test
    void shouldListWhatIsHeldAcrossACall() {
        List<String> found = check(Held.class);
        for (String expected : List.of(
                "Held.run (line 29): an object of java.util.Iterator is held across",
                "Held.run (line 33): an object of java.util.Scanner is held across",
                "Held.run (line 37): an object of java.lang.Thread is held across",
                "Held.run (line 36): a thread is started, whose frames are not saved",
                "Held.READER: the static field holds an object of java.io.BufferedReader, which cannot be saved")) {
            String place = expected.replaceAll(" \\(line \\d+\\)", "");
            assertTrue(
                    found.stream()
                            .map(line -> line.replaceAll(" \\(line \\d+\\)", ""))
                            .anyMatch(line -> line.contains(place)),
                    expected + " not in " + found);
        }
        assertEquals(5, found.size(), found.toString());
    }

    private static List<String> check(Class<?> program) {
        String name = program.getName().replace('.', '/');
        return ProgramCheck.of(new ProgramClasses(name, RewritingLoader::open), RewritingLoader::freezes).stream()
                .map(Obstacle::toString)
                // The classes of one file name each other.
                .filter(place -> place.startsWith(program.getName()))
                .toList();
    }
}
