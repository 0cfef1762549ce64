package org.javampi.benchmarks.river;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.javampi.river.nws.NetWorkSpace;
import org.javampi.river.nws.NwsException;
import org.javampi.river.nws.NwsIterator;
import org.javampi.river.nws.NwsServer;
import org.javampi.river.nws.NwsSettings;

/**
 * A server of workspaces that saves is killed at random moments, again and again, while clients store and fetch: nothing
 * that a client was told of is lost. Arguments: number of kills, seed. Ends with an exception that names what is lost.
 */
public final class KilledServer {
    private static final long LONGEST_US = 200_000;
    private static final int MOST_FILES = 200;

    private final Path directory;
    private final Random random;
    private final Storing numbers = new Storing("numbers");
    private final Storing files = new Storing("files");
    private final Fetching fetching = new Fetching();

    private KilledServer(Path directory, Random random) {
        this.directory = directory;
        this.random = random;
    }

    /** Runs to the end, or to the first loss. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        Path directory = Files.createTempDirectory("saved");
        try {
            new KilledServer(directory, new Random(seed)).run(kills);
        } finally {
            try (Stream<Path> tree = Files.walk(directory)) {
                for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The server as a process that can be killed. */
    static final class Server {
        private Server() {}

        public static void main(String[] args) throws InterruptedException {
            NwsServer server = NwsServer.start(NwsSettings.onPort(0).savingTo(Path.of(args[0])));
            server.remarks().forEach(System.err::println);
            System.out.println(server.port());
            server.awaitEnd();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int portOf(Process process) throws IOException {
        return Integer.parseInt(
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    /** A client that stores numbers, and what it knows of them. */
    private static final class Storing {
        final String variable;
        final Set<Integer> told = new TreeSet<>();
        volatile int tried;

        /** The first that was not deleted. */
        int first;

        private NetWorkSpace space;

        Storing(String variable) {
            this.variable = variable;
        }

        void connect(int port) {
            space = new NetWorkSpace("saved", "127.0.0.1", port).persistent();
        }

        /** Stores until the server is gone. */
        void go(boolean longValues) {
            try {
                while (true) {
                    int number = tried;
                    tried = number + 1;
                    space.store(variable, longValues ? value(number) : Integer.valueOf(number));
                    told.add(number);
                }
            } catch (NwsException e) {
                space.close();
            }
        }

        /** Every tenth value is so long that it gets a file. */
        static byte[] value(int number) {
            byte[] bytes = new byte[number % 10 == 0 ? 1_100_000 : 8];
            Arrays.fill(bytes, (byte) number);
            return bytes;
        }
    }

    /** A client that fetches what the other stores. */
    private static final class Fetching {
        final List<Integer> got = new ArrayList<>();

        void go(int port, String variable) {
            try (NetWorkSpace space = NetWorkSpace.use("saved", "127.0.0.1", port)) {
                while (true) {
                    got.add(space.fetch(variable));
                }
            } catch (NwsException e) {
                return;
            }
        }
    }

    private void run(int kills) throws IOException, InterruptedException {
        for (int kill = 0; kill <= kills; kill++) {
            Process process = start();
            try {
                int port = portOf(process);
                checkNumbers(port, kill);
                checkFiles(port);
                if (kill < kills) {
                    killSoon(process, port);
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        try (Stream<Path> logs = Files.list(directory)) {
            long count = logs.filter(file -> file.toString().contains("log.")).count();
            check(count == 1, count + " logs are left, not 1");
        }
        System.out.println(kills + " kills, " + numbers.told.size() + " numbers and " + files.told.size()
                + " long and short values stored, " + fetching.got.size() + " fetched, none lost");
    }

    private void killSoon(Process process, int port) throws InterruptedException {
        List<Thread> clients = List.of(
                new Thread(() -> numbers.go(false)),
                new Thread(() -> files.go(true)),
                new Thread(() -> fetching.go(port, "numbers")));
        numbers.connect(port);
        files.connect(port);
        int before = numbers.tried;
        clients.forEach(Thread::start);
        while (numbers.tried < before + 3) {
            Thread.onSpinWait();
        }
        TimeUnit.MICROSECONDS.sleep(random.nextLong(LONGEST_US));
        process.destroyForcibly().waitFor();
        for (Thread client : clients) {
            client.join();
        }
    }

    private static void check(boolean holds, String text) {
        if (!holds) {
            throw new IllegalStateException(text);
        }
    }

    private void checkNumbers(int port, int kills) {
        try (NetWorkSpace space = NetWorkSpace.use("saved", "127.0.0.1", port)) {
            List<Integer> there = new ArrayList<>();
            space.ifindTry("numbers").forEachRemaining(value -> there.add((Integer) value));
            Set<Integer> known = new TreeSet<>(there);
            check(known.size() == there.size(), "a number is there twice");
            known.addAll(fetching.got);
            Set<Integer> lost = new TreeSet<>(numbers.told);
            lost.removeAll(known);
            check(lost.isEmpty(), "stored, not fetched, not there: " + lost);
            int twice = fetching.got.size() - new TreeSet<>(fetching.got).size();
            check(twice <= kills, twice + " values were handed out twice by " + kills + " kills");
            String all = space.server().listWss();
            check(kills == 0 || all.contains(" saved\t\tTrue"), "the workspace is not persistent: " + all);
        }
    }

    private void checkFiles(int port) {
        try (NetWorkSpace space = NetWorkSpace.use("saved", "127.0.0.1", port)) {
            int number = files.first;
            for (NwsIterator all = space.ifindTry("files"); all.hasNext(); ) {
                byte[] bytes = (byte[]) all.next();
                while ((byte) number != bytes[0]) {
                    check(!files.told.contains(number), "value " + number + " is lost");
                    number++;
                }
                check(Arrays.equals(Storing.value(number), bytes), "value " + number + " is not whole");
                number++;
            }
            for (; number < files.tried; number++) {
                check(!files.told.contains(number), "value " + number + " is lost");
            }
            if (files.tried - files.first > MOST_FILES) {
                space.deleteVar("files");
                files.first = files.tried;
            }
        }
    }
}
