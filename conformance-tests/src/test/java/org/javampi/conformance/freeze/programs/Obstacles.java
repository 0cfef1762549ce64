package org.javampi.conformance.freeze.programs;

import static org.javampi.MPI.*;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A program that stands, one after another, where it cannot be frozen, each time until a test lets it go. It knows nothing of
 * checkpoints: the test and it meet in two properties.
 */
public final class Obstacles {
    /** Objects that cannot be saved. */
    public static final List<String> OBJECTS = List.of(
            "thread",
            "process",
            "socket",
            "server",
            "datagram",
            "channel",
            "selector",
            "input",
            "output",
            "random file",
            "descriptor",
            "mapped",
            "inflater",
            "deflater",
            "loader",
            "handle",
            "variable",
            "method",
            "phantom",
            "cleaner",
            "secure",
            "stream",
            "pool",
            "timer",
            "executor",
            "zip",
            "unknown",
            "lambda",
            "lock",
            "static");

    /** Places at which a program cannot be frozen. */
    public static final List<String> PLACES =
            List.of("between", "initialiser", "before super", "other thread", "calling thread");

    /** The last one, where nothing is in the way. */
    public static final String NOTHING = "nothing";

    /** Property: at what the program stands. */
    public static final String STANDS = "freeze.kind";

    /** Property: at what it need not stand any longer. */
    public static final String SEEN = "freeze.seen";

    static Object held;

    private Obstacles() {}

    /** Stands in calls until the test has seen what it wanted. */
    static void stand(String kind) {
        System.setProperty(STANDS, kind);
        while (!kind.equals(System.getProperty(SEEN))) {
            MPI_Barrier(MPI_COMM_WORLD);
            Thread.yield();
        }
    }

    private static final class Initialised {
        static final int VALUE = value();

        private static int value() {
            stand("initialiser");
            return 1;
        }
    }

    private static class Base {
        Base() {
            stand("before super");
        }
    }

    private static final class Derived extends Base {
        final int more = 1;
    }

    public static void main(String[] args) throws Exception {
        MPI_Init(args);
        for (String kind : OBJECTS) {
            hold(kind);
        }
        new ArrayList<>(List.of(1)).forEach(one -> stand("between"));
        long sum = Initialised.VALUE + new Derived().more;
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = new Thread(() -> waiting(begun), "second");
        thread.start();
        begun.await();
        stand("other thread");
        thread.join();
        Thread calling = new Thread(() -> stand("calling thread"), "third");
        calling.start();
        calling.join();
        stand(NOTHING);
        System.out.println("done " + sum);
        MPI_Finalize();
    }

    private static void waiting(CountDownLatch begun) {
        begun.countDown();
        while (!"other thread".equals(System.getProperty(SEEN))) {
            Thread.yield();
        }
    }

    private static void hold(String kind) throws Exception {
        File file = File.createTempFile("obstacle", null);
        file.deleteOnExit();
        if (kind.equals("static")) {
            held = new Timer(true);
            stand(kind);
            ((Timer) held).cancel();
            held = null;
        } else if (kind.equals("lock")) {
            ReentrantLock lock = new ReentrantLock();
            Thread locker = new Thread(lock::lock);
            locker.start();
            locker.join();
            stand(kind);
            held = lock.isLocked() ? null : kind;
        } else {
            Object object = make(kind, file);
            stand(kind);
            end(object);
        }
        if (!file.delete()) {
            throw new IllegalStateException("no file " + file);
        }
    }

    private static void end(Object object) throws Exception {
        if (object instanceof Process process) {
            process.destroy();
        } else if (object instanceof Timer timer) {
            timer.cancel();
        } else if (object instanceof AutoCloseable open && !(object instanceof ForkJoinPool)) {
            open.close();
        } else if (object instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }

    private static Object make(String kind, File file) throws Exception {
        return switch (kind) {
            case "thread" -> new Thread("unborn");
            case "process" -> new ProcessBuilder("sleep", "100").start();
            case "socket" -> new Socket();
            case "server" -> new ServerSocket();
            case "datagram" -> new DatagramSocket(null);
            case "channel" -> FileChannel.open(file.toPath());
            case "selector" -> Selector.open();
            case "input" -> new FileInputStream(file);
            case "output" -> new FileOutputStream(file);
            case "random file" -> new RandomAccessFile(file, "rw");
            case "descriptor" -> new FileDescriptor();
            case "mapped" -> mapped(file.toPath());
            case "inflater" -> new Inflater();
            case "deflater" -> new Deflater();
            case "loader" -> new URLClassLoader(new URL[0]);
            case "handle" ->
                MethodHandles.lookup().findVirtual(String.class, "length", MethodType.methodType(int.class));
            case "variable" -> MethodHandles.arrayElementVarHandle(int[].class);
            case "method" -> String.class.getMethod("length");
            case "phantom" -> new PhantomReference<>("text", new ReferenceQueue<>());
            case "cleaner" -> Cleaner.create();
            case "secure" -> new SecureRandom();
            case "stream" -> Stream.of(1, 2, 3);
            case "pool" -> new ForkJoinPool(1);
            case "timer" -> new Timer(true);
            case "executor" -> started();
            case "zip" -> zip(file);
            case "unknown" -> new LogRecord(Level.INFO, "text");
            default -> Function.<String>identity();
        };
    }

    private static Object mapped(Path file) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, 8);
        }
    }

    private static Object zip(File file) throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(new FileOutputStream(file))) {
            out.putNextEntry(new ZipEntry("entry"));
        }
        return new ZipFile(file);
    }

    private static Object started() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.submit(() -> {}).get();
        return pool;
    }
}
