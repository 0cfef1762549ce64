package org.javampi.conformance.hanging;

import static org.javampi.MPI.*;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Scene;

/**
 * Programs in which ranks wait for long for one that computes, sleeps, or waits for something outside of MPI. Each ends
 * by itself, and none may be called deadlocked. Ranks wait in pairs: an odd one is awaited by the even one before it.
 */
public final class Patient {
    /** Longer than it takes to prove a deadlock. */
    private static final long LONG_MS = 3_500;

    private static final MPI_Comm WORLD = MPI_COMM_WORLD;

    private Patient() {}

    /** What the rank that is awaited does before it sends. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** As a job of its own: each pair of ranks takes the next of the programs that the arguments name. */
    public static void main(String[] args) throws Exception {
        MPI_Init(args);
        int rank = MPI_Comm_rank(WORLD);
        pair(rank, works().get(args[rank / 2 % args.length]));
        MPI_Finalize();
    }

    /** The even rank of a pair waits for a message that the odd one sends after its work. */
    static void pair(int rank, Work work) throws Exception {
        if (rank % 2 == 0) {
            MPI_Recv(new int[1], 1, MPI_INT, rank + 1, 1, WORLD, MPI_STATUS_IGNORE);
        } else {
            work.run();
            MPI_Send(new int[1], 1, MPI_INT, rank - 1, 1, WORLD);
        }
    }

    static Map<String, Work> works() {
        Map<String, Work> all = new TreeMap<>();
        all.put("computes", Patient::compute);
        all.put("sleeps", () -> Thread.sleep(LONG_MS));
        all.put("parks", Patient::park);
        all.put("waits for a socket", Patient::socket);
        all.put(
                "waits for a child",
                () -> new ProcessBuilder("sleep", "3").start().waitFor());
        all.put("reads from a child", Patient::childOutput);
        all.put("waits for a timer", Patient::timer);
        all.put("waits for a schedule", Patient::schedule);
        all.put("waits for a thread that sleeps", () -> run(() -> Thread.sleep(LONG_MS))
                .join());
        all.put("waits for a thread that computes", () -> run(Patient::compute).join());
        all.put("waits for a queue", Patient::queue);
        all.put("waits for a lock", Patient::lock);
        all.put("waits for a future", Patient::future);
        all.put("computes in parallel", () -> IntStream.range(0, 4).parallel().forEach(i -> compute()));
        all.put("polls a probe", Patient::polls);
        all.put("polls between pieces of work", Patient::pollsBetweenPieces);
        all.put("reads standard input", () -> System.in.read());
        return all;
    }

    private static void compute() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void park() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MS);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static Thread run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private static void socket() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            run(() -> {
                Thread.sleep(LONG_MS);
                new Socket(server.getInetAddress(), server.getLocalPort()).close();
            });
            server.accept().close();
        }
    }

    private static void childOutput() throws Exception {
        Process child = new ProcessBuilder("sh", "-c", "sleep 3; echo done").start();
        child.getInputStream().readAllBytes();
        child.waitFor();
    }

    private static void timer() throws InterruptedException {
        BlockingQueue<String> ends = new ArrayBlockingQueue<>(1);
        Timer timer = new Timer(true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        ends.add("over");
                    }
                },
                LONG_MS);
        ends.take();
        timer.cancel();
    }

    private static void schedule() throws Exception {
        ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
        schedule.schedule(() -> "over", LONG_MS, TimeUnit.MILLISECONDS).get();
        schedule.shutdown();
    }

    private static void queue() throws InterruptedException {
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        run(() -> {
            Thread.sleep(LONG_MS);
            queue.put("over");
        });
        queue.take();
    }

    private static void lock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        BlockingQueue<String> held = new ArrayBlockingQueue<>(1);
        run(() -> {
            lock.lock();
            held.put("held");
            Thread.sleep(LONG_MS);
            lock.unlock();
        });
        held.take();
        lock.lock();
    }

    private static void future() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(LONG_MS, TimeUnit.MILLISECONDS))
                .join();
    }

    private static void polls() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MS);
        boolean[] found = new boolean[1];
        while (!found[0] && System.nanoTime() < end) {
            MPI_Iprobe(MPI_ANY_SOURCE, 99, WORLD, found, MPI_STATUS_IGNORE);
        }
    }

    private static void pollsBetweenPieces() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * LONG_MS);
        boolean[] found = new boolean[1];
        double sum = 0;
        while (!found[0] && System.nanoTime() < end) {
            for (int i = 0; i < 100_000; i++) {
                sum += Math.sqrt(i);
            }
            MPI_Iprobe(MPI_ANY_SOURCE, 99, WORLD, found, MPI_STATUS_IGNORE);
        }
        if (sum == 0) {
            throw new IllegalStateException("the work was left out");
        }
    }

    /** Programs for several ranks, in which more than one waits. */
    static Map<String, Scene> worlds() {
        Map<String, Scene> all = new TreeMap<>();
        works().forEach((name, work) -> all.put(name, new Scene(2, rank -> pair(rank, work))));
        // A World's standard input is its tests'.
        all.remove("reads standard input");
        all.put("slow receiver", new Scene(2, Patient::slowReceiver));
        all.put("one of a wildcard computes", new Scene(3, Patient::wildcard));
        all.put("straggler", new Scene(4, Patient::straggler));
        all.put("waitany", new Scene(3, Patient::waitany));
        all.put("waitall", new Scene(3, Patient::waitall));
        all.put("operation", new Scene(2, Patient::operation));
        all.put("thread sends", new Scene(2, Patient::threadSends));
        all.put("served in the background", new Scene(3, Patient::servedInTheBackground));
        all.put("chain", new Scene(4, Patient::chain));
        return all;
    }

    private static void slowReceiver(int rank) {
        byte[] data = new byte[1 << 20];
        if (rank == 0) {
            MPI_Send(data, data.length, MPI_BYTE, 1, 1, WORLD);
        } else {
            compute();
            MPI_Recv(data, data.length, MPI_BYTE, 0, 1, WORLD, MPI_STATUS_IGNORE);
        }
    }

    private static void wildcard(int rank) {
        if (rank == 2) {
            compute();
            MPI_Send(new int[1], 1, MPI_INT, 0, 1, WORLD);
        } else {
            MPI_Recv(new int[1], 1, MPI_INT, rank == 0 ? MPI_ANY_SOURCE : 0, 1, WORLD, MPI_STATUS_IGNORE);
        }
        if (rank == 0) {
            MPI_Send(new int[1], 1, MPI_INT, 1, 1, WORLD);
        }
    }

    private static void straggler(int rank) {
        if (rank == 3) {
            compute();
        }
        MPI_Barrier(WORLD);
    }

    private static void waitany(int rank) throws Exception {
        if (rank == 0) {
            MPI_Request[] two = {
                MPI_Irecv(new int[1], 1, MPI_INT, 1, 1, WORLD), MPI_Irecv(new int[1], 1, MPI_INT, 2, 1, WORLD)
            };
            MPI_Waitany(2, two, new int[1], MPI_STATUS_IGNORE);
            MPI_Send(new int[1], 1, MPI_INT, 1, 1, WORLD);
            MPI_Waitall(2, two, MPI_STATUSES_IGNORE);
        } else {
            if (rank == 1) {
                MPI_Recv(new int[1], 1, MPI_INT, 0, 1, WORLD, MPI_STATUS_IGNORE);
            } else {
                Thread.sleep(LONG_MS);
            }
            MPI_Send(new int[1], 1, MPI_INT, 0, 1, WORLD);
        }
    }

    private static void waitall(int rank) throws Exception {
        if (rank == 0) {
            MPI_Request[] two = {
                MPI_Irecv(new int[1], 1, MPI_INT, 1, 1, WORLD), MPI_Irecv(new int[1], 1, MPI_INT, 2, 1, WORLD)
            };
            MPI_Waitall(2, two, MPI_STATUSES_IGNORE);
        } else {
            if (rank == 2) {
                Thread.sleep(LONG_MS);
            }
            MPI_Send(new int[1], 1, MPI_INT, 0, 1, WORLD);
        }
    }

    private static void operation(int rank) {
        MPI_Op slow = MPI_Op_create((in, inout, length, type) -> compute(), true);
        MPI_Allreduce(new int[1], new int[1], 1, MPI_INT, slow, WORLD);
    }

    private static void threadSends(int rank) throws InterruptedException {
        Thread sender = run(() -> {
            Thread.sleep(LONG_MS);
            MPI_Send(new int[1], 1, MPI_INT, 1 - rank, 1, WORLD);
        });
        MPI_Recv(new int[1], 1, MPI_INT, 1 - rank, 1, WORLD, new MPI_Status());
        sender.join();
    }

    /** Rank 1 waits for rank 0, which waits for what rank 1 does in the background as soon as rank 2 has come. */
    private static void servedInTheBackground(int rank) {
        if (rank == 2) {
            compute();
        }
        MPI_Request[] barrier = new MPI_Request[1];
        MPI_Ibarrier(WORLD, barrier);
        if (rank == 1) {
            MPI_Recv(new int[1], 1, MPI_INT, 0, 1, WORLD, MPI_STATUS_IGNORE);
        }
        MPI_Wait(barrier, MPI_STATUS_IGNORE);
        if (rank == 0) {
            MPI_Send(new int[1], 1, MPI_INT, 1, 1, WORLD);
        }
    }

    private static void chain(int rank) {
        if (rank == 3) {
            compute();
        } else {
            MPI_Recv(new int[1], 1, MPI_INT, rank + 1, 1, WORLD, MPI_STATUS_IGNORE);
        }
        if (rank > 0) {
            MPI_Send(new int[1], 1, MPI_INT, rank - 1, 1, WORLD);
        }
    }
}
