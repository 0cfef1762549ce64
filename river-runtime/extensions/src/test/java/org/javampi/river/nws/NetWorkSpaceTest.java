package org.javampi.river.nws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetWorkSpaceTest {
    private final NwsServer server = NwsServer.start(0);
    private NetWorkSpace table;
    private NetWorkSpace guest;

    @BeforeEach
    void open() {
        table = new NetWorkSpace("table", "127.0.0.1", server.port());
        table.listVars();
        guest = NetWorkSpace.use("table", "127.0.0.1", server.port());
    }

    @AfterEach
    void close() {
        guest.close();
        table.close();
        server.close();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static <T> CompletableFuture<T> later(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** A value of a program. */
    record Point(int x, List<Point> more) implements Serializable {}

    /** A gadget would be such a class. */
    static final class Stranger implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Test
    void shouldReturnWhatWasStored() {
        List<Object> values = new ArrayList<>(Arrays.asList(
                "text \u00e4\u20ac",
                "",
                7,
                2.5,
                'c',
                true,
                1L << 40,
                null,
                Map.of("a", List.of(1, 2)),
                Duration.ofSeconds(3)));
        values.forEach(value -> table.store("v", value));
        for (Object value : values) {
            assertEquals(value, guest.<Object>fetch("v"));
        }
        table.store("v", new int[] {1, 2});
        assertArrayEquals(new int[] {1, 2}, guest.<int[]>fetch("v"));
        table.store("v", new byte[] {0, -1});
        assertArrayEquals(new byte[] {0, -1}, guest.<byte[]>fetch("v"));
    }

    @Test
    void shouldReadClassesOfTheProgramOnlyWhenAskedFor() {
        Point point = new Point(1, new ArrayList<>(List.of(new Point(2, new ArrayList<>()))));
        table.store("p", point);
        assertEquals(point, guest.find("p", Point.class));
        NwsUnreadableException refused = assertThrows(NwsUnreadableException.class, () -> guest.fetch("p"));
        assertTrue(
                refused.getMessage().contains("ask for its class, as in fetch(name, Point.class)"),
                refused.getMessage());
        assertEquals(point, refused.read(Point.class), "the value is not lost");
        table.store("p", new Stranger());
        assertThrows(NwsUnreadableException.class, () -> guest.find("p", Integer.class));
        table.store("n", 5);
        NwsUnreadableException other = assertThrows(NwsUnreadableException.class, () -> guest.find("n", String.class));
        assertTrue(other.getMessage().contains("a java.lang.Integer, not a java.lang.String"), other.getMessage());
    }

    @Test
    void shouldEndAWaitInTimeAndKeepWhatItOwns() {
        NwsException late = assertThrows(NwsException.class, () -> table.fetch("none", Duration.ofMillis(30)));
        assertInstanceOf(TimeoutException.class, late.getCause());
        assertTrue(late.getMessage().contains("fetch of 'none' in workspace 'table' at"), late.getMessage());
        assertTrue(table.server().listWss().contains(">table\t"));
        assertTrue(table.listVars().contains("none\t0\t0\t0\tunknown"), table.listVars());
        table.store("none", 1);
        assertEquals(1, guest.<Integer>fetch("none", Duration.ofSeconds(100)));
    }

    @Test
    void shouldLetOneObjectStoreWhileItWaits() throws Exception {
        CompletableFuture<Integer> waits = later(() -> table.fetch("x"));
        await(() -> table.listVars().contains("x\t0\t1\t0"));
        table.store("x", 3);
        assertEquals(3, waits.get(Patience.seconds(120), TimeUnit.SECONDS));
    }

    @Test
    void shouldEndWaitsWhenTheVariableIsDeletedAndWhenTheServerEnds() throws Exception {
        CompletableFuture<Object> waits = later(() -> guest.fetch("x"));
        await(() -> table.listVars().contains("x\t0\t1\t0"));
        table.deleteVar("x");
        ExecutionException deleted =
                assertThrows(ExecutionException.class, () -> waits.get(Patience.seconds(120), TimeUnit.SECONDS));
        assertTrue(deleted.getMessage().contains("variable 'x' was deleted"), deleted.getMessage());
        CompletableFuture<Object> more = later(() -> guest.find("x"));
        await(() -> table.listVars().contains("x\t0\t0\t1"));
        server.close();
        ExecutionException ended =
                assertThrows(ExecutionException.class, () -> more.get(Patience.seconds(120), TimeUnit.SECONDS));
        assertTrue(ended.getMessage().contains("127.0.0.1:" + server.port()), ended.getMessage());
        NwsException absent =
                assertThrows(NwsException.class, () -> new NetWorkSpace("x", "127.0.0.1", server.port()).listVars());
        assertTrue(absent.getMessage().contains("start one with 'river nws'"), absent.getMessage());
    }

    @Test
    void shouldPurgeWhatItsOwnerLeaves() {
        NetWorkSpace stays = new NetWorkSpace("stays", "127.0.0.1", server.port()).persistent();
        stays.store("x", 1);
        assertThrows(IllegalStateException.class, stays::persistent);
        stays.close();
        String name = guest.server().mktempWs("temp_%d");
        NetWorkSpace temporary = new NetWorkSpace(name, "127.0.0.1", server.port());
        temporary.store("x", 1);
        assertTrue(guest.server().listWss().contains(" " + name + "\t127.0.0.1:"));
        temporary.close();
        table.close();
        await(() -> !guest.server().listWss().contains("table\t")
                && !guest.server().listWss().contains(name));
        assertTrue(
                guest.server().listWss().contains(" stays\t\tTrue\t1\tx"),
                guest.server().listWss());
        NwsException absent =
                assertThrows(NwsException.class, () -> new NetWorkSpace("table", "127.0.0.1", server.port())
                        .create(false)
                        .listVars());
        assertTrue(absent.getMessage().contains("no workspace 'table'"), absent.getMessage());
        guest.server().deleteWs("stays");
        assertThrows(NwsException.class, () -> guest.server().deleteWs("stays"));
    }

    @Test
    void shouldRefuseAnotherMode() {
        table.declare("m", Mode.SINGLE);
        table.declare("m", Mode.SINGLE);
        NwsDeclarationFailedException other =
                assertThrows(NwsDeclarationFailedException.class, () -> guest.declare("m", Mode.LIFO));
        assertTrue(other.getMessage().contains("variable 'm' is single, not lifo"), other.getMessage());
        table.store("m", 1);
        table.store("m", 2);
        assertEquals(2, guest.<Integer>fetchTry("m", -1));
        assertEquals(-1, guest.<Integer>findTry("m", -1));
    }

    @Test
    void shouldIterate() {
        for (int i = 0; i < 3; i++) {
            table.store("i", i);
        }
        NwsIterator looks = guest.ifindTry("i");
        List<Object> seen = new ArrayList<>();
        looks.forEachRemaining(seen::add);
        assertEquals(List.of(0, 1, 2), seen);
        table.store("i", 3);
        assertFalse(looks.hasNext(), "over is over");
        looks.restart();
        assertEquals(3, looks.next());
        looks.reset();
        assertEquals(0, looks.next());
        NwsIterator takes = table.ifetch("i");
        assertEquals(0, takes.next());
        assertEquals(1, table.<Integer>fetch("i"));
        assertEquals(2, takes.next());
        table.declare("l", Mode.LIFO);
        NwsException refused =
                assertThrows(NwsException.class, () -> table.ifind("l").hasNext());
        assertTrue(refused.getMessage().contains("iterators need fifo or single"), refused.getMessage());
    }

    @Test
    void shouldEndAWaitingIteratorWhenItsVariableIsDeletedOrGetsAnotherMode() throws Exception {
        CompletableFuture<Boolean> waits = later(() -> guest.ifind("i").hasNext());
        await(() -> table.listVars().contains("i\t0\t0\t1"));
        table.deleteVar("i");
        assertFalse(waits.get(Patience.seconds(120), TimeUnit.SECONDS));
        CompletableFuture<Boolean> refused = later(() -> guest.ifetch("i").hasNext());
        await(() -> table.listVars().contains("i\t0\t1\t0"));
        table.declare("i", Mode.MULTI);
        assertThrows(ExecutionException.class, () -> refused.get(Patience.seconds(120), TimeUnit.SECONDS));
    }

    @Test
    void shouldCarryFilesWithoutHoldingThem(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("in");
        byte[] bytes = new byte[5 << 20];
        new Random(1).nextBytes(bytes);
        Files.write(file, bytes);
        table.storeFile("f", file);
        guest.findFile("f", directory.resolve("one"));
        guest.fetchFile("f", directory.resolve("two"));
        assertEquals(-1, Files.mismatch(file, directory.resolve("one")));
        assertEquals(-1, Files.mismatch(file, directory.resolve("two")));
        assertNull(guest.<Object>fetchTry("f", null));
    }

    @Test
    void shouldGiveBackAValueThatDidNotReachItsFetcher() throws IOException {
        byte[] bytes = new byte[64 << 20];
        table.store("big", bytes);
        try (SocketChannel slow = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()))) {
            slow.write(
                    ByteBuffer.wrap(("1112" + request("use ws", "table", "", "no") + request("fetch", "table", "big"))
                            .getBytes(StandardCharsets.ISO_8859_1)));
            await(() -> table.listVars().contains("big\t0\t0\t0\tfifo"));
            // It reads nothing, and nobody else is held up.
            table.store("x", 1);
            assertEquals(1, guest.<Integer>fetch("x"));
        }
        assertEquals(bytes.length, guest.<byte[]>fetch("big", Duration.ofSeconds(100)).length);
    }

    private static String request(String... arguments) {
        StringBuilder text = new StringBuilder(String.format("%04d", arguments.length));
        for (String argument : arguments) {
            text.append(String.format("%020d", argument.length())).append(argument);
        }
        return text.toString();
    }

    @Test
    void shouldServeAThousandThatWaitWithOneThread() throws IOException {
        List<SocketChannel> clients = new ArrayList<>();
        int threads = Thread.activeCount();
        for (int i = 0; i < 1_000; i++) {
            SocketChannel client = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
            clients.add(client);
            client.write(
                    ByteBuffer.wrap(("1112" + request("use ws", "table", "", "no") + request("fetch", "table", "q"))
                            .getBytes(StandardCharsets.ISO_8859_1)));
        }
        await(() -> table.listVars().contains("q\t0\t1000\t0"));
        assertTrue(Thread.activeCount() <= threads + 1, threads + " threads before, now " + Thread.activeCount());
        for (int i = 0; i < 1_000; i++) {
            table.store("q", "v");
        }
        assertEquals("q\t0\t0\t0\tfifo", table.listVars());
        for (SocketChannel client : clients) {
            client.close();
        }
    }

    @Test
    void shouldMakeATableOfCubesByTwo() throws Exception {
        CompletableFuture<Integer> worker = later(() -> {
            int done = 0;
            for (int x = guest.fetch("x"); x >= 0; x = guest.fetch("x")) {
                guest.store("cube", List.of(x, x * x * x));
                done++;
            }
            return done;
        });
        for (int x = 0; x < 100; x++) {
            table.store("x", x);
        }
        for (int x = 0; x < 100; x++) {
            assertEquals(List.of(x, x * x * x), table.<List<Integer>>fetch("cube"));
        }
        table.store("x", -1);
        assertEquals(100, worker.get(Patience.seconds(120), TimeUnit.SECONDS));
    }
}
