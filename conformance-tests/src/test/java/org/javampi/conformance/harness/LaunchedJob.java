package org.javampi.conformance.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.javampi.mpirun.Javampirun;
import org.javampi.mpirun.RuntimePath;
import org.javampi.testing.Patience;

/** A job of real processes and what it printed. */
public record LaunchedJob(int status, String out, String err) {
    /** Enough for every program of the suite, one after the other, on a machine that is busy. */
    private static final long LONGEST_SECONDS = Patience.seconds(400);

    /**
     * The quick compiler alone: a program of the suite ends before the thorough one has paid, which takes more than half of
     * the processors' time. The same programs run in one VM with both.
     */
    private static final String BRIEF = "-XX:TieredStopAtLevel=1";

    /** Runs {@code main} of this module as {@code ranks} processes at {@code place}. */
    public static LaunchedJob run(int ranks, Place place, Class<?> main, String... arguments) throws IOException {
        return run(ranks, place, List.of(), main, arguments);
    }

    /** As above, with further options of the launcher. */
    public static LaunchedJob run(int ranks, Place place, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        List<String> program = new ArrayList<>(List.of(main.getName()));
        program.addAll(List.of(arguments));
        List<String> number = List.of("-np", Integer.toString(ranks));
        return of(number, place.options(), options, program);
    }

    /** Runs what the launcher is told, which comes in several parts. */
    @SafeVarargs
    public static LaunchedJob of(List<String>... parts) throws IOException {
        List<String> words = new ArrayList<>();
        for (List<String> part : parts) {
            words.addAll(part);
        }
        if (!words.contains("--timeout")) {
            words.addAll(0, List.of("--timeout", Long.toString(LONGEST_SECONDS)));
        }
        words.add(0, BRIEF);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Javampirun(
                        RuntimePath.of(System.getProperty("java.class.path")),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(words);
        return new LaunchedJob(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
