package org.javampi.conformance.freeze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.javampi.conformance.freeze.programs.Obstacles;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot be captured is named: the class and the line where the program stands, what is in the way, and what to do
 * about it. The job goes on each time, and one that may be frozen again is.
 */
@Timeout(300)
class ObstaclesTest {
    private static final String ANEW = ": open it anew after each call, or close it before";
    private static final String IN_HOLD = "Obstacles\\.hold \\(line \\d+\\)\\[\\d+\\]";
    private static final String NO_PLACE = "no place for a checkpoint within 1 s, the job goes on: rank 0: ";

    private static final Map<String, String> OBJECTS = Map.ofEntries(
            Map.entry("thread", "Thread is a thread that has not ended: let it end before"),
            Map.entry("process", "ProcessImpl is another process: wait for its end before"),
            Map.entry("socket", "Socket is an open connection" + ANEW),
            Map.entry("server", "ServerSocket is an open connection" + ANEW),
            Map.entry("datagram", "DatagramSocket is an open connection" + ANEW),
            Map.entry("channel", "FileChannelImpl is an open file or connection" + ANEW),
            Map.entry("selector", "SelectorImpl is open connections" + ANEW),
            Map.entry("input", "FileInputStream is an open file" + ANEW),
            Map.entry("output", "FileOutputStream is an open file" + ANEW),
            Map.entry("random file", "RandomAccessFile is an open file" + ANEW),
            Map.entry("descriptor", "FileDescriptor is an open file" + ANEW),
            Map.entry("mapped", "DirectByteBuffer is memory that belongs to a file: map it anew after each call"),
            Map.entry("inflater", "Inflater is memory outside the heap" + ANEW),
            Map.entry("deflater", "Deflater is memory outside the heap" + ANEW),
            Map.entry("loader", "URLClassLoader is a class loader of the program: load classes by the program's own"),
            Map.entry("handle", "DirectMethodHandle is a method handle: look it up again after each call"),
            Map.entry("variable", "VarHandleInts$Array is a variable handle: use an atomic class instead"),
            Map.entry("method", "Method is a reflected member: look it up again after each call"),
            Map.entry("phantom", "PhantomReference is a phantom reference: keep it out of what is saved"),
            Map.entry("cleaner", "Cleaner is a cleaner: keep it out of what is saved"),
            Map.entry("secure", "SecureRandom is a source of true random numbers: make it anew after each call"),
            Map.entry("stream", "ReferencePipeline$Head is a stream that is not used up: collect it before"),
            Map.entry("pool", "ForkJoinPool is a pool of threads: use the common one"),
            Map.entry("timer", "Timer is a timer and its thread: make it anew after each call"),
            Map.entry(
                    "executor",
                    "ThreadPoolExecutor is a pool of threads: shut it down before the call, and make it anew after it"),
            Map.entry("zip", "ZipFile is an open file" + ANEW),
            Map.entry(
                    "unknown",
                    "LogRecord is a class of the JDK that may hold more than data: make it anew after each call"),
            Map.entry(
                    "lambda", "has made for a lambda of its own, and cannot be made again; use a lambda or a class of"),
            Map.entry("lock", "a lock that another thread holds: let it go before"),
            Map.entry("static", "static org.javampi.conformance.freeze.programs.Obstacles.held: java.util.Timer is a"));

    private static final Map<String, String> PLACES = Map.of(
            "between",
            "Obstacles.main (line N): java.util.ArrayList.forEach stands between two methods of the program, and its frame"
                    + " cannot be saved; make the call from the program itself, in a loop for example",
            "initialiser",
            "Obstacles$Initialised.<clinit> (line N): a class is being initialised, and that cannot be left and entered"
                    + " again; make the call from a method, after the class is initialised",
            "before super",
            "Obstacles$Derived.<init> (line N): the constructor has not returned from super() or this(), and an object"
                    + " without its fields cannot be saved; make the call after super(), or in a method",
            "other thread",
            "thread second is in org.javampi.conformance.freeze.programs.Obstacles.waiting (line N), and only the thread of"
                    + " main can be saved; let it end before the call",
            "calling thread",
            "thread third calls MPI, and only the thread of main can be frozen; call from that one");

    /** What is said on a machine that is too busy for an answer within the patience. */
    private static final List<String> TOO_BUSY =
            List.of("not all ranks", "does not answer", "no progress", "have not settled");

    @TempDir
    Path folder;

    @Test
    void shouldNameWhatCannotBeCaptured() throws Exception {
        Path classes = Path.of(Obstacles.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> kinds = new ArrayList<>(Obstacles.OBJECTS);
        kinds.addAll(Obstacles.PLACES);
        kinds.add(Obstacles.NOTHING);
        Map<String, String> said = new LinkedHashMap<>();
        World world = World.of(1)
                .deadline(Duration.ofMinutes(4))
                .checkpointPatience(Duration.ofSeconds(1))
                .checkpoints(folder);
        Thread asker = new Thread(() -> kinds.forEach(kind -> said.put(kind, ask(world, kind))));
        asker.setDaemon(true);
        asker.start();
        world.runProgram(Obstacles.class.getName(), classes.toString());
        asker.join();
        OBJECTS.forEach((kind, expected) -> {
            String text = said.get(kind);
            assertTrue(text.contains(expected), kind + ": " + text);
            assertTrue(text.contains("abandoned, the job goes on: rank 0: "), text);
            assertTrue(kind.equals("static") || text.matches(".*" + IN_HOLD + ".*"), text);
        });
        PLACES.forEach((kind, expected) -> {
            String text = said.get(kind).replaceAll("line \\d+", "line N");
            assertTrue(text.contains(NO_PLACE) && text.endsWith(expected), kind + ": " + text);
        });
        assertTrue(said.get(Obstacles.NOTHING).startsWith("true "), said.get(Obstacles.NOTHING));
        assertEquals(OBJECTS.keySet(), Set.copyOf(Obstacles.OBJECTS));
        assertEquals(PLACES.keySet(), Set.copyOf(Obstacles.PLACES));
    }

    /** Asks for a checkpoint where the program stands; again as long as the machine was too busy for an answer in time. */
    private static String ask(World world, String kind) {
        while (!kind.equals(System.getProperty(Obstacles.STANDS))) {
            Thread.yield();
        }
        try {
            String text = "not all ranks";
            while (TOO_BUSY.stream().anyMatch(text::contains)) {
                CompletableFuture<String> answer = new CompletableFuture<>();
                world.requestCheckpoint((taken, said) -> answer.complete(taken + " " + said));
                text = answer.get();
            }
            return text;
        } catch (InterruptedException | ExecutionException e) {
            return e.toString();
        } finally {
            System.setProperty(Obstacles.SEEN, kind);
        }
    }
}
