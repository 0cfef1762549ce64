package org.javampi.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one call of any collective, by algorithm, number of ranks, size, transport and kind of
 * rank. Rank 0 is JMH's thread; the others do what it says, {@value #CALLS} calls at a time, and
 * the root goes around. The two messages that begin and end such a batch at each rank are part of
 * the time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:-UsePerfData"})
public class CollectiveBenchmark {
    private static final int CALLS = 100;

    /** Label as in rules: barrier, bcast, allreduce ...; iallreduce does not block, allreduce_init is persistent. */
    @Param("barrier")
    public String collective;

    /**
     * Algorithm as in rules, with parameters: {@code tree(radix=4)}; built_in lets rules choose.
     */
    @Param("built_in")
    public String algorithm;

    /** Number of ranks. */
    @Param("2")
    public int np;

    /** Bytes of the vector, or of one rank's piece, as in rules. */
    @Param("8")
    public int bytes;

    /** shm or tcp. */
    @Param("shm")
    public String transport;

    /** What a rank is: processes or threads (of one VM). */
    @Param("processes")
    public String ranks;

    private Ranks world;

    /** For JMH. */
    public CollectiveBenchmark() {}

    /** Starts the ranks; once in the life of a fork. */
    @Setup(Level.Trial)
    public void start() {
        String[] words = {collective, algorithm, Integer.toString(bytes)};
        world = switch (ranks) {
            case "processes" -> new ProcessRanks(np, transport, words);
            case "threads" -> new ThreadRanks(np, transport, words);
            default -> throw new IllegalArgumentException("ranks=" + ranks + ": processes or threads");
        };
    }

    /** Ends the ranks. */
    @TearDown(Level.Trial)
    public void end() {
        world.close();
    }

    /** One batch. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void call() {
        world.call(CALLS);
    }
}
