package org.javampi.river.rai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.river.farm.Crew;
import org.javampi.river.message.LostException;
import org.javampi.river.resource.River;
import org.javampi.river.resource.VirtualResource;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A resource of another process, used from here; it is killed at the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoteAccessTest {
    private static Crew crew;
    private static River river;
    private static UUID server;
    private static RemoteVr vr;

    /** What a server does. */
    public interface Calculator {
        int add(int a, int b);

        int divide(int a, int b) throws IOException;

        CompletableFuture<Integer> slowly(int x);

        Account account(String owner);

        long pid();

        void sleep();
    }

    /** What is not copied. */
    public interface Account {
        void pay(int amount);

        int balance();
    }

    static final class Book implements Account {
        private int balance;

        @Override
        public synchronized void pay(int amount) {
            balance += amount;
        }

        @Override
        public synchronized int balance() {
            return balance;
        }
    }

    static final class Sums implements Calculator {
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public int add(int a, int b) {
            return a + b;
        }

        @Override
        public int divide(int a, int b) throws IOException {
            if (b == 7) {
                throw new IOException("not by 7");
            }
            return a / b;
        }

        @Override
        public CompletableFuture<Integer> slowly(int x) {
            return CompletableFuture.supplyAsync(() -> {
                if (x < 0) {
                    throw new IllegalStateException("below 0");
                }
                return x + 1;
            });
        }

        @Override
        public Account account(String owner) {
            return new Book();
        }

        @Override
        public long pid() {
            return ProcessHandle.current().pid();
        }

        @Override
        public void sleep() {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Not part of the interface. */
        public int secret() {
            return 42;
        }
    }

    /** Cannot travel. */
    @SuppressWarnings("serial") // which is the point
    static final class Odd extends Exception {
        private final Object baggage = new Object();

        Odd() {
            super("an exception that cannot travel");
        }

        @Override
        public String toString() {
            return getMessage() + (baggage == null ? "" : "!");
        }
    }

    /** Exports, and then only waits. */
    static final class Server extends VirtualResource {
        @Override
        protected void run() throws Exception {
            RemoteAccess.exportFunction(
                    "add",
                    args -> Arrays.stream(args).mapToInt(x -> (Integer) x).sum());
            RemoteAccess.exportFunction("pid", args -> ProcessHandle.current().pid());
            RemoteAccess.exportFunction("unknown", args -> {
                throw new Odd();
            });
            RemoteAccess.exportVariable("x", new AtomicReference<>(List.of(1, 2)));
            RemoteAccess.export("calculator", new Sums(), Calculator.class, Account.class);
            RemoteAccess.exportFunction("open", args -> {
                RemoteAccess.unrestricted();
                return null;
            });
            recv();
        }
    }

    @BeforeAll
    static void start() throws InterruptedException {
        crew = Crew.open();
        crew.start(1, false, List.of());
        river = crew.river();
        server = river.deploy(crew.farm().workers().get(0).vm(), Server.class);
        vr = RemoteAccess.to(server);
    }

    @AfterAll
    static void end() {
        crew.close();
    }

    @Test
    @Order(1)
    void shouldCallFunctionsWhereTheyAreExported() throws Exception {
        assertEquals(6, vr.call("add", 1, 2, 3));
        assertEquals(crew.farm().workers().get(0).vm().peer().pid(), vr.call("pid"));
    }

    @Test
    @Order(2)
    void shouldReadAndSetVariables() throws Exception {
        assertEquals(List.of(1, 2), vr.get("x"));
        vr.set("x", "new");
        assertEquals("new", vr.get("x"));
        vr.set("x", null);
        assertEquals(null, vr.get("x"));
    }

    @Test
    @Order(3)
    void shouldUseObjectsThroughTheirInterfaces() throws Exception {
        Calculator calculator = vr.as("calculator", Calculator.class);
        assertEquals(5, calculator.add(2, 3));
        assertEquals(5, vr.call("calculator.add", 2, 3));
        assertEquals(8, calculator.slowly(7).get(Patience.seconds(120), TimeUnit.SECONDS));
        assertTrue(calculator.toString().contains(server.toString()), calculator.toString());
        assertEquals(calculator, vr.as("calculator", Calculator.class));
        // A reference: two calls meet one object, which lives there.
        Account account = calculator.account("me");
        account.pay(3);
        account.pay(4);
        assertEquals(7, account.balance());
    }

    @Test
    @Order(4)
    void shouldThrowWhatIsThrownThere() {
        Calculator calculator = vr.as("calculator", Calculator.class);
        IOException declared = assertThrows(IOException.class, () -> calculator.divide(1, 7));
        assertEquals("not by 7", declared.getMessage());
        assertEquals(Sums.class.getName(), declared.getStackTrace()[0].getClassName(), "its stack there comes first");
        assertTrue(
                Arrays.stream(declared.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().startsWith("shouldThrowWhatIsThrownThere")
                                || frame.getMethodName().startsWith("lambda$shouldThrowWhatIsThrownThere")),
                "and then the one here");
        assertThrows(ArithmeticException.class, () -> calculator.divide(1, 0));
        ExecutionException later = assertThrows(
                ExecutionException.class, () -> calculator.slowly(-1).get(Patience.seconds(120), TimeUnit.SECONDS));
        assertInstanceOf(IllegalStateException.class, later.getCause());
        RemoteException text = assertThrows(RemoteException.class, () -> vr.call("unknown"));
        assertTrue(text.getMessage().contains("an exception that cannot travel!"), text.getMessage());
        assertEquals(Server.class.getName(), text.getCause().getStackTrace()[0].getClassName());
    }

    @Test
    @Order(5)
    void shouldRefuseWhatIsNotExported() {
        RemoteException function = assertThrows(RemoteException.class, () -> vr.call("nothing"));
        assertTrue(
                function.getMessage().contains("no function 'nothing' is exported; there are [add"),
                function.getMessage());
        assertThrows(RemoteException.class, () -> vr.call("calculator.secret"));
        assertThrows(
                RemoteException.class, () -> vr.as("calculator", Runnable.class).run());
        assertThrows(RemoteException.class, () -> vr.get("y"));
        RemoteException made = assertThrows(RemoteException.class, () -> vr.create("java.util.ArrayList", List.class));
        assertTrue(made.getMessage().contains("has not called RemoteAccess.unrestricted()"), made.getMessage());
    }

    @Test
    @Order(6)
    @SuppressWarnings("unchecked")
    void shouldMakeObjectsOfAnyClassWhereThatIsAllowed() throws Exception {
        vr.call("open");
        List<Object> list = vr.create("java.util.ArrayList", List.class);
        list.add("a");
        assertEquals(1, list.size());
        assertFalse(list.isEmpty());
    }

    @Test
    @Order(7)
    void shouldExportForTheVmItselfOutsideOfResources() throws Exception {
        RemoteAccess.exportFunction("here", args -> Thread.currentThread().getName());
        assertSame(river, River.current());
        assertInstanceOf(String.class, RemoteAccess.to(river.id()).call("here"));
    }

    @Test
    @Order(8)
    void shouldNameTheResourceThatDiesUnderACall() throws Exception {
        Calculator calculator = vr.as("calculator", Calculator.class);
        long pid = calculator.pid();
        CompletableFuture<LostException> loss =
                CompletableFuture.supplyAsync(() -> assertThrows(LostException.class, calculator::sleep));
        assertEquals(2, calculator.add(1, 1));
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start();
        String text = loss.get(Patience.seconds(120), TimeUnit.SECONDS).getMessage();
        assertTrue(text.contains("pid " + pid), text);
        assertThrows(LostException.class, () -> vr.call("add", 1));
        assertThrows(
                LostException.class, () -> RemoteAccess.to(UUID.randomUUID()).call("add", 1));
    }
}
