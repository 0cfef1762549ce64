package org.javampi.junit;

import java.util.ArrayList;
import java.util.List;

/**
 * A program to be tested: a class with a {@code main}. Its source needs no change.
 *
 * <pre>{@code
 * MpiRun run = MpiProgram.of(Ring.class).np(4).run();
 * assertEquals("The token came back from rank 3 as 6\n", run.output(0));
 * assertEquals(4, run.messages().size());
 * }</pre>
 *
 * <p>Ranks are threads of this JVM with statics of their own, as in {@link MpiTest}. A program that calls System.exit, or
 * reads standard input, needs {@link #inProcesses()}.
 */
public final class MpiProgram {
    private final Class<?> main;
    private int ranks = 2;
    private boolean processes;
    private String transport = "";
    private int timeoutSeconds = 60;
    private final List<String> settings = new ArrayList<>();

    private MpiProgram(Class<?> main) {
        this.main = main;
    }

    /** The program that begins with the main of {@code main}. */
    public static MpiProgram of(Class<?> main) {
        return new MpiProgram(main);
    }

    /** The number of ranks; 2 by default. */
    public MpiProgram np(int number) {
        ranks = number;
        return this;
    }

    /** Each rank is a process, which {@code javampirun} starts; it must be on the class path. */
    public MpiProgram inProcesses() {
        processes = true;
        return this;
    }

    /** Transports: {@code shm}, {@code tcp}, or {@code shm,tcp}. */
    public MpiProgram transport(String names) {
        transport = names;
        return this;
    }

    /** A setting of the runtime, {@code key=value}. */
    public MpiProgram setting(String keyAndValue) {
        settings.add(keyAndValue);
        return this;
    }

    /** Longest duration of a run; 60 s by default. */
    public MpiProgram timeoutSeconds(int seconds) {
        timeoutSeconds = seconds;
        return this;
    }

    /**
     * Runs the program to its end.
     *
     * @throws AssertionError if it fails: its message says which rank did, and where
     */
    public MpiRun run(String... arguments) {
        MpiRun run = tryRun(arguments);
        run.throwFailure();
        return run;
    }

    /** Runs the program to its end, however that is; {@link MpiRun#failure} tells. */
    public MpiRun tryRun(String... arguments) {
        ProgramCall call = new ProgramCall(main.getName(), "main", List.of(), List.of(arguments), false);
        RankWorld world = new RankWorld(ranks, main).transport(transport).timeoutSeconds(timeoutSeconds);
        settings.forEach(world::setting);
        return processes ? world.inProcesses(call) : world.here(call);
    }
}
