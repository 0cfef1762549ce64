package org.javampi.river.message;

import static org.javampi.river.message.Constraint.from;
import static org.javampi.river.message.Constraint.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** Who gets which message, against a list that is searched from its beginning. */
class MailboxTest {
    private static final long SEED = 11;
    private static final int MOST = 300;
    private static final UUID[] SOURCES = {new UUID(0, 1), new UUID(0, 2), new UUID(0, 3)};

    private final Mailbox mailbox = new Mailbox();

    /** A constraint and what a reader would take it for. */
    private record Ask(Constraint constraint, Predicate<RiverMessage> meaning) {}

    @Test
    void shouldTakeWhatANaiveModelTakes() throws Exception {
        Random random = new Random(SEED);
        List<RiverMessage> model = new ArrayList<>();
        int taken = 0;
        for (int step = 0; step < 30_000; step++) {
            if (random.nextInt(5) < 2) {
                RiverMessage message = randomMessage(random);
                mailbox.deliver(message);
                model.add(message);
                if (model.size() > MOST) {
                    // Longer ones make each step slow, and show nothing more.
                    assertSame(model.remove(0), mailbox.receive(0).orElse(null), "seed " + SEED + ", step " + step);
                }
                continue;
            }
            List<Ask> asks = new ArrayList<>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                asks.add(randomAsk(random));
            }
            Constraint[] constraints = asks.stream().map(Ask::constraint).toArray(Constraint[]::new);
            RiverMessage expected = model.stream()
                    .filter(m -> asks.stream().allMatch(ask -> ask.meaning.test(m)))
                    .findFirst()
                    .orElse(null);
            String where = "seed " + SEED + ", step " + step + ", " + asks;
            assertSame(expected, mailbox.peek(constraints).orElse(null), where);
            if (random.nextBoolean()) {
                assertSame(expected, mailbox.receive(0, constraints).orElse(null), where);
                if (expected != null) {
                    taken++;
                    assertTrue(model.remove(expected));
                }
            }
            assertEquals(model.size(), mailbox.size(), where);
        }
        assertTrue(taken > 1_000 && model.size() > 100, taken + " taken, " + model.size() + " left");
    }

    private static RiverMessage randomMessage(Random random) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (random.nextInt(4) > 0) {
            attributes.put("tag", "t" + random.nextInt(4));
        }
        if (random.nextInt(3) > 0) {
            int value = random.nextInt(6);
            attributes.put("value", random.nextBoolean() ? (Object) value : (Object) (long) value);
        }
        if (random.nextInt(3) == 0) {
            attributes.put("row", new int[] {random.nextInt(2), 7});
        }
        return new RiverMessage(SOURCES[random.nextInt(3)], attributes);
    }

    private static Ask randomAsk(Random random) {
        int n = random.nextInt(4);
        switch (random.nextInt(6)) {
            case 0:
                return new Ask(where("tag").is("t" + n), m -> ("t" + n)
                        .equals(m.attributes().get("tag")));
            case 1:
                return new Ask(where("value").is(n), m -> m.has("value") && ((Number) m.get("value")).intValue() == n);
            case 2:
                return new Ask(
                        where("value").satisfies(v -> ((Number) v).longValue() > n),
                        m -> m.has("value") && ((Number) m.get("value")).intValue() > n);
            case 3:
                return new Ask(where("row").isPresent(), m -> m.attributes().containsKey("row"));
            case 4:
                return new Ask(
                        where("row").is(new int[] {n % 2, 7}), m -> m.has("row") && ((int[]) m.get("row"))[0] == n % 2);
            default:
                UUID source = SOURCES[n % 3];
                return new Ask(from(source), m -> m.source().equals(source));
        }
    }

    @Test
    void shouldCompareByContentWhatTheCodecCanCarry() {
        assertTrue(isMet("x", 42, where("x").is(42L)));
        assertTrue(isMet("x", (byte) 42, where("x").is((short) 42)));
        assertFalse(isMet("x", 42.0, where("x").is(42)), "whole and broken numbers differ");
        assertTrue(isMet("x", 0.5f, where("x").is(0.5)));
        assertTrue(isMet("x", List.of(1, Map.of("k", 2L)), where("x").is(List.of(1L, Map.of("k", 2)))));
        assertFalse(isMet("x", List.of(1), where("x").is(List.of(1, 2))));
        assertFalse(isMet("x", new long[] {1}, where("x").is(new int[] {1})), "arrays of two types");
        assertTrue(isMet("x", 1, where("y").isAbsent()));
        assertFalse(isMet("x", 1, where("x").isAbsent()));
        assertFalse(isMet("x", 1, where("x").satisfies(String.class, text -> true)));
    }

    private static boolean isMet(String name, Object value, Constraint constraint) {
        return constraint.isMetBy(new RiverMessage(SOURCES[0], Map.of(name, value)));
    }

    @Test
    void shouldGiveEachMessageToOneOfManyReceivers() throws Exception {
        int count = 4_000;
        List<Integer> got = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<List<Integer>>> receivers = new ArrayList<>();
        for (int parity : new int[] {0, 1, 0, 1}) {
            receivers.add(inThread(() -> {
                List<Integer> own = new ArrayList<>();
                for (int i = 0; i < count / 4; i++) {
                    own.add(mailbox.receive(where("n").satisfies(Integer.class, n -> n % 2 == parity))
                            .getInt("n"));
                }
                got.addAll(own);
                return own;
            }));
        }
        for (int n = 0; n < count; n++) {
            mailbox.deliver(message(SOURCES[0], n));
        }
        for (CompletableFuture<List<Integer>> receiver : receivers) {
            List<Integer> own = receiver.get(Patience.seconds(120), TimeUnit.SECONDS);
            assertEquals(own.stream().sorted(Comparator.naturalOrder()).toList(), own, "order");
        }
        assertEquals(count, got.stream().distinct().count());
        assertEquals(0, mailbox.size());
    }

    @Test
    void shouldSkipUntilTheRightOneComesAndKeepTheOthers() throws Exception {
        CompletableFuture<RiverMessage> waiting =
                inThread(() -> mailbox.receive(where("n").is(3), from(SOURCES[1])));
        for (int n = 0; n < 5; n++) {
            mailbox.deliver(message(SOURCES[0], n));
        }
        assertThrows(TimeoutException.class, () -> waiting.get(50, TimeUnit.MILLISECONDS));
        mailbox.deliver(message(SOURCES[1], 3));
        assertEquals(
                SOURCES[1], waiting.get(Patience.seconds(120), TimeUnit.SECONDS).source());
        for (int n = 0; n < 5; n++) {
            assertEquals(n, mailbox.receive().getInt("n"));
        }
    }

    @Test
    void shouldComeBackEmptyWhenTimeIsOver() throws Exception {
        mailbox.deliver(message(SOURCES[0], 1));
        long startNs = System.nanoTime();
        long timeoutNs = TimeUnit.MILLISECONDS.toNanos(30);
        assertEquals(Optional.empty(), mailbox.receive(timeoutNs, where("n").is(2)));
        assertTrue(System.nanoTime() - startNs >= timeoutNs, "too early");
        assertEquals(1, mailbox.size());
    }

    @Test
    void shouldTellALossOnlyBehindTheMessagesOfTheLost() throws Exception {
        UUID machine = new UUID(9, 9);
        mailbox.deliver(message(SOURCES[0], 1));
        mailbox.lose(new LostException(SOURCES[0], machine, "it is gone"), true);
        assertEquals(1, mailbox.receive(from(SOURCES[0])).getInt("n"));
        LostException loss = assertThrows(LostException.class, () -> mailbox.receive(from(SOURCES[0])));
        assertEquals(SOURCES[0], loss.resource());
        assertEquals(machine, loss.machine());
        assertThrows(LostException.class, () -> mailbox.receive(1, from(SOURCES[0])), "always");
        assertEquals(Optional.empty(), mailbox.receive(1), "told already");
        assertEquals(Optional.empty(), mailbox.receive(1, from(SOURCES[1])), "another one");
    }

    @Test
    void shouldTellAnAnnouncedLossOnceToWhoeverWaitsForAnyone() throws Exception {
        CompletableFuture<RiverMessage> waiting = inThread(() -> mailbox.receive());
        mailbox.lose(new LostException(SOURCES[1], null, "quiet"), false);
        mailbox.lose(new LostException(SOURCES[2], null, "loud"), true);
        ExecutionException told =
                assertThrows(ExecutionException.class, () -> waiting.get(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals(SOURCES[2], ((LostException) told.getCause()).resource());
        assertEquals(0, told.getCause().getCause().getStackTrace().length, "what is remembered takes little memory");
        assertEquals(Optional.empty(), mailbox.receive(1));
    }

    @Test
    void shouldInterruptReceiversWhenClosed() throws Exception {
        CompletableFuture<RiverMessage> waiting = inThread(() -> mailbox.receive());
        mailbox.close("the end");
        ExecutionException told =
                assertThrows(ExecutionException.class, () -> waiting.get(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals("the end", told.getCause().getMessage());
        assertEquals(InterruptedException.class, told.getCause().getClass());
        mailbox.deliver(message(SOURCES[0], 1));
        assertThrows(InterruptedException.class, () -> mailbox.receive(0));
    }

    @Test
    void shouldNameWhatAMessageLacks() {
        RiverMessage message = new RiverMessage(SOURCES[0], Map.of("n", 1L << 40, "s", "text"));
        Map<String, Runnable> mistakes = new HashMap<>();
        mistakes.put("has no attribute 'm'; it has [", () -> message.get("m"));
        mistakes.put("is no whole number that fits an int", () -> message.getInt("n"));
        mistakes.put("'s' of the message from " + SOURCES[0] + " is no whole", () -> message.getLong("s"));
        mistakes.put("is no Boolean but a String text", () -> message.getBoolean("s"));
        mistakes.forEach((text, mistake) -> {
            Exception refusal = assertThrows(IllegalArgumentException.class, mistake::run);
            assertTrue(refusal.getMessage().contains(text), refusal.getMessage());
        });
    }

    private static RiverMessage message(UUID source, int n) {
        return new RiverMessage(source, Map.of("n", n));
    }

    private interface Body<T> {
        T run() throws Exception;
    }

    private static <T> CompletableFuture<T> inThread(Body<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(body.run());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
