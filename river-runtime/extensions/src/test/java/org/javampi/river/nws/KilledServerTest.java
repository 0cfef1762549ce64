package org.javampi.river.nws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that saves is killed at random moments, again and again: nothing that a client was told of is lost. */
@Timeout(600)
class KilledServerTest {
    private static final int KILLS = Integer.getInteger("nws.kills", 8);

    @TempDir
    Path directory;

    /** The server as a process that can be killed. */
    static final class Main {
        public static void main(String[] arguments) throws InterruptedException {
            NwsServer server = NwsServer.start(NwsSettings.onPort(0).savingTo(Path.of(arguments[0])));
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
                        Main.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int portOf(Process process) throws IOException {
        return Integer.parseInt(new BufferedReader(new InputStreamReader(process.getInputStream())).readLine());
    }

    /** A client that stores numbers, and what it knows of them. */
    private static final class Storing extends Thread {
        final String variable;
        final Set<Integer> told = new TreeSet<>();
        int tried;
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
                    int number = tried++;
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

    @Test
    void shouldLoseNothingThatAClientWasToldOf() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Storing numbers = new Storing("numbers");
        Storing files = new Storing("files");
        Fetching fetching = new Fetching();
        for (int kill = 0; kill <= KILLS; kill++) {
            Process process = start();
            try {
                int port = portOf(process);
                checkNumbers(port, numbers, fetching, kill);
                checkFiles(port, files);
                if (kill < KILLS) {
                    List<Thread> clients = List.of(
                            new Thread(() -> numbers.go(false)),
                            new Thread(() -> files.go(true)),
                            new Thread(() -> fetching.go(port, "numbers")));
                    numbers.connect(port);
                    files.connect(port);
                    clients.forEach(Thread::start);
                    int before = numbers.tried;
                    while (numbers.tried < before + 3) {
                        Thread.onSpinWait();
                    }
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(200_000));
                    process.destroyForcibly().waitFor();
                    for (Thread client : clients) {
                        client.join();
                    }
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        System.out.println(KILLS + " kills, " + numbers.told.size() + " numbers and " + files.told.size()
                + " long and short values, " + fetching.got.size() + " fetched");
        try (Stream<Path> logs = Files.list(directory)) {
            assertEquals(
                    1, logs.filter(file -> file.toString().contains("log.")).count());
        }
    }

    private static void checkNumbers(int port, Storing numbers, Fetching fetching, int kills) {
        try (NetWorkSpace space = NetWorkSpace.use("saved", "127.0.0.1", port)) {
            List<Integer> there = new ArrayList<>();
            space.ifindTry("numbers").forEachRemaining(value -> there.add((Integer) value));
            Set<Integer> known = new TreeSet<>(there);
            assertEquals(known.size(), there.size(), "none is there twice");
            known.addAll(fetching.got);
            Set<Integer> lost = new TreeSet<>(numbers.told);
            lost.removeAll(known);
            assertEquals(Set.of(), lost, "stored, not fetched, not there");
            int twice = fetching.got.size() - new TreeSet<>(fetching.got).size();
            assertTrue(twice <= kills, twice + " values were handed out twice by " + kills + " kills");
            if (kills > 0) {
                assertTrue(
                        space.server().listWss().contains(" saved\t\tTrue"),
                        space.server().listWss());
            }
        }
    }

    private static void checkFiles(int port, Storing files) {
        try (NetWorkSpace space = NetWorkSpace.use("saved", "127.0.0.1", port)) {
            int number = 0;
            for (NwsIterator all = space.ifindTry("files"); all.hasNext(); ) {
                byte[] bytes = (byte[]) all.next();
                while ((byte) number != bytes[0]) {
                    assertTrue(!files.told.contains(number), "value " + number + " is lost");
                    number++;
                }
                byte[] expected = Storing.value(number);
                assertTrue(Arrays.equals(expected, bytes), "value " + number + " is whole");
                number++;
            }
            for (; number < files.tried; number++) {
                assertTrue(!files.told.contains(number), "value " + number + " is lost");
            }
        }
    }

    @Test
    void shouldDropARecordThatWasTornAndSayHowMuch() throws IOException {
        NwsSettings settings = NwsSettings.onPort(0).savingTo(directory);
        try (NwsServer server = NwsServer.start(settings);
                NetWorkSpace space = new NetWorkSpace("kept", "127.0.0.1", server.port()).persistent()) {
            space.declare("l", Mode.LIFO);
            space.store("l", 1);
            space.store("l", 2);
            NwsException second = assertThrows(NwsException.class, () -> NwsServer.start(settings));
            assertTrue(second.getMessage().contains("another server saves to " + directory), second.getMessage());
        }
        Path log;
        try (Stream<Path> files = Files.list(directory)) {
            log = files.filter(file -> file.getFileName().toString().startsWith("log."))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(log, new byte[] {0, 0, 0, 40, 1, 2, 3, 4, 'S'}, StandardOpenOption.APPEND);
        try (NwsServer server = NwsServer.start(settings);
                NetWorkSpace space = new NetWorkSpace("kept", "127.0.0.1", server.port())) {
            assertEquals(1, server.remarks().size());
            assertTrue(
                    server.remarks().get(0).contains("the last 9 bytes are no complete record and are dropped"),
                    server.remarks().get(0));
            assertEquals("l\t2\t0\t0\tlifo", space.listVars());
            assertEquals(2, space.<Integer>fetch("l"));
        }
    }
}
