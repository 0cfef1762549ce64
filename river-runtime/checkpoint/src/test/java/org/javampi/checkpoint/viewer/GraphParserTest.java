package org.javampi.checkpoint.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser against what Java's own serialization writes, and against garbage. */
class GraphParserTest {
    static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Node parsed(Object object) throws IOException {
        return GraphParser.parse(written(object));
    }

    private static View.Whole shown(Object object) throws IOException {
        return (View.Whole) new Views(SavedArrays.none(), Notation.NONE).of(parsed(object));
    }

    private static List<String> members(Object object) throws IOException {
        Views views = new Views(SavedArrays.none(), Notation.NONE);
        List<String> texts = new ArrayList<>();
        for (View.Member member : shown(object).members()) {
            texts.add(member.step() + "=" + ((View.Leaf) views.of(member.node())).text());
        }
        return texts;
    }

    // ---- What there is

    @Test
    void shouldShowTheElementsOfLists() throws IOException {
        List<Integer> numbers = List.of(3, 1, 2);
        List<String> wanted = List.of("[0]=3", "[1]=1", "[2]=2");
        for (Object list : List.of(
                numbers,
                new ArrayList<>(numbers),
                new LinkedList<>(numbers),
                new ArrayDeque<>(numbers),
                new LinkedHashSet<>(numbers),
                new Vector<>(numbers),
                Arrays.asList(3, 1, 2))) {
            assertEquals(wanted, members(list), list.getClass().getName());
        }
        assertEquals(List.of("[0]=1", "[1]=2"), members(new TreeSet<>(Set.of(2, 1))));
        assertEquals(List.of("[0]=7"), members(new HashSet<>(Set.of(7))));
        assertEquals(List.of("[0]=7"), members(Set.of(7)));
        assertEquals(List.of("[0]=7"), members(new PriorityQueue<>(Set.of(7))));
        assertEquals(List.of(), members(List.of()));
        assertEquals(List.of(), members(new TreeSet<>()));
    }

    @Test
    void shouldShowTheEntriesOfMaps() throws IOException {
        Map<String, Integer> entry = Map.of("a key", 7);
        for (Object map : List.of(
                entry,
                new HashMap<>(entry),
                new LinkedHashMap<>(entry),
                new TreeMap<>(entry),
                new IdentityHashMap<>(entry),
                new ConcurrentHashMap<>(entry))) {
            assertEquals(List.of("[a key]=7"), members(map), map.getClass().getName());
        }
        assertEquals(
                List.of("[0]=null", "[1]=null"),
                members(Map.of(0, new Object[2]).get(0)),
                "nulls");
    }

    enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "of a class of its own";
            }
        }
    }

    record Point(int x, long y, String name, Color color) implements Serializable {}

    @Test
    void shouldShowRecordsEnumsBoxesAndNames() throws IOException {
        UUID id = UUID.randomUUID();
        Point point = new Point(1, -2, "a \"b\"\n", Color.GREEN);
        assertEquals(List.of(".x=1", ".y=-2", ".color=GREEN", ".name=\"a \\\"b\\\"\\n\""), members(point));
        assertEquals(
                List.of("[0]='c'", "[1]=1.5", "[2]=true", "[3]=" + id, "[4]=RED", "[5]=9"),
                members(new Object[] {'c', 1.5f, true, id, Color.RED, new AtomicLong(9)}));
        assertEquals(
                "org.javampi.checkpoint.viewer.GraphParserTest$Color[2]",
                shown(Color.values()).title());
        assertEquals("int[3][]", shown(new int[3][2]).title());
    }

    @Test
    void shouldReadWhateverTheJdkWrites() throws IOException {
        EnumMap<TimeUnit, Object> map = new EnumMap<>(TimeUnit.class);
        map.put(TimeUnit.DAYS, String.class);
        Object[] all = {
            map,
            new BigInteger("123456789012345678901234567890"),
            new BigDecimal("1.5"),
            Instant.EPOCH,
            LocalDate.EPOCH,
            new Date(),
            new GregorianCalendar(),
            Locale.GERMANY,
            BitSet.valueOf(new long[] {5}),
            new Random(1),
            Collections.unmodifiableMap(new TreeMap<>(Map.of(1, 2))),
            Collections.synchronizedList(new ArrayList<>(List.of(1))),
            Collections.nCopies(3, "x"),
            new IllegalStateException("why", new IOException()),
            new StringBuilder("text"),
            int.class,
            new java.io.File("x"),
            new ReentrantLock(),
            InetAddress.getLoopbackAddress(),
            java.net.URI.create("a:b")
        };
        for (Object one : all) {
            parsed(one);
            parsed(new Object[] {one, "after", one});
        }
        Node.Sequence whole = (Node.Sequence) parsed(all);
        assertEquals(all.length, whole.elements().size());
    }

    @Test
    void shouldReadLambdasAndProxies() throws IOException {
        int captured = 5;
        IntUnaryOperator lambda = (IntUnaryOperator & Serializable) x -> x + captured;
        Node.Instance form = (Node.Instance) parsed(lambda);
        assertEquals("java.lang.invoke.SerializedLambda", form.type().name());
        Object proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Runnable.class}, (InvocationHandler & Serializable)
                        (self, method, arguments) -> null);
        assertEquals("(proxy)", ((Node.Instance) parsed(proxy)).type().name());
    }

    /** Writes data, objects, and its fields in between or not at all. */
    static class Custom implements Serializable {
        private static final long serialVersionUID = 1L;
        int number = 7;
        String text = "field";
        transient String hidden = "hidden";
        final boolean fields;

        Custom(boolean fields) {
            this.fields = fields;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            if (fields) {
                out.defaultWriteObject();
            }
            out.writeInt(42);
            out.writeObject(this);
            out.write(new byte[3000]);
            out.writeUTF(hidden);
        }
    }

    @Test
    void shouldReadWhatClassesWriteByThemselves() throws IOException {
        Node.Instance custom = (Node.Instance) parsed(new Custom(true));
        Node.Part part = custom.parts().get(0);
        assertEquals(new Node.Text("field"), part.fields().get("text"));
        assertSame(custom, part.extra().get(1));
        byte[] first = ((Node.Block) part.extra().get(0)).bytes();
        assertArrayEquals(ByteBuffer.allocate(4).putInt(42).array(), first);
        int bytes = 0;
        for (Node node : part.extra()) {
            bytes += node instanceof Node.Block block ? block.bytes().length : 0;
        }
        assertEquals(4 + 3000 + 2 + "hidden".length(), bytes);
    }

    @Test
    void shouldFindOutThatAClassHasNotWrittenItsFields() throws IOException {
        Object[] all = {new Custom(false), "next", new Custom(false), List.of(1)};
        Node.Sequence sequence = (Node.Sequence) parsed(all);
        Node.Instance custom = (Node.Instance) sequence.elements().get(2);
        assertEquals(Map.of(), custom.parts().get(0).fields());
        assertSame(custom, custom.parts().get(0).extra().get(1));
        assertEquals(new Node.Text("next"), sequence.elements().get(1));
    }

    /** Writes itself. */
    public static class Own implements Externalizable {
        private static final long serialVersionUID = 1L;

        /** As Externalizable wants it. */
        public Own() {}

        @Override
        public void writeExternal(ObjectOutput out) throws IOException {
            out.writeLong(1);
            out.writeObject("inside");
        }

        @Override
        public void readExternal(ObjectInput in) {}
    }

    @Test
    void shouldReadExternalizableObjects() throws IOException {
        Node.Instance own = (Node.Instance) parsed(new Own());
        assertEquals(new Node.Text("inside"), own.parts().get(0).extra().get(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 300_000})
    void shouldReadStringsOfAnyLength(int length) throws IOException {
        String pattern = "a\u0000\u00e9\u20ac\ud83d\ude00";
        String text = pattern.repeat(length / pattern.length() + 1).substring(0, length);
        assertEquals(new Node.Text(text), parsed(text));
    }

    /** A link of a chain that may be a ring. */
    static class Link implements Serializable {
        private static final long serialVersionUID = 1L;
        Link next;
    }

    @Test
    void shouldKeepCyclesAndSharing() throws Exception {
        Link one = new Link();
        one.next = new Link();
        one.next.next = one;
        List<Object> list = new ArrayList<>(List.of(one, one.next));
        list.add(list);
        Object[] all = {one, list, one, new Object[] {list}};
        all[2] = all;
        Node.Sequence sequence = (Node.Sequence) parsed(all);
        assertSame(sequence, sequence.elements().get(2));
        Compared.same(one, sequence.elements().get(0));
        Views views = new Views(SavedArrays.none(), Notation.NONE);
        View.Whole shown = (View.Whole) views.of(sequence.elements().get(1));
        assertSame(sequence.elements().get(1), shown.members().get(2).node());
    }

    @Test
    void shouldReadChainsThatAreDeeperThanAnyStack() throws IOException {
        // Written by hand: the JDK cannot. Every link but the first refers to the class of it.
        byte[] two = written(link(2));
        byte[] one = written(link(1));
        int link = two.length - one.length;
        int start = one.length - 1;
        int depth = 1_000_000;
        ByteBuffer bytes = ByteBuffer.allocate(start + depth * link + 1);
        bytes.put(two, 0, start);
        for (int i = 0; i < depth; i++) {
            bytes.put(two, start, link);
        }
        bytes.put(two[two.length - 1]);
        Node node = GraphParser.parse(bytes.array());
        int links = 0;
        while (node instanceof Node.Instance instance) {
            node = instance.field("next");
            links++;
        }
        assertEquals(depth + 1, links);
    }

    private static Link link(int depth) {
        Link first = null;
        for (int i = 0; i < depth; i++) {
            Link link = new Link();
            link.next = first;
            first = link;
        }
        return first;
    }

    // ---- Random graphs

    /** One field of each kind. */
    static class Mixed extends Link {
        private static final long serialVersionUID = 1L;
        boolean flag;
        byte small;
        char letter;
        short brief;
        int number;
        long large;
        float single;
        double exact;
        String text;
        Color color;

        @SuppressWarnings("serial") // what is put in is
        Object any;

        @SuppressWarnings("serial") // what is put in is
        Object[] several;

        double[][] table;
        transient Object left = new Object();
    }

    private static Object[] randomGraph(Random random) {
        Object[] all = new Object[1 + random.nextInt(40)];
        for (int i = 0; i < all.length; i++) {
            all[i] = random.nextInt(8) == 0 ? new Object[random.nextInt(5)] : new Mixed();
        }
        for (Object object : all) {
            if (object instanceof Mixed mixed) {
                fill(mixed, all, random);
            } else {
                Object[] array = (Object[]) object;
                for (int i = 0; i < array.length; i++) {
                    array[i] = pick(all, random);
                }
            }
        }
        return all;
    }

    private static Object pick(Object[] all, Random random) {
        return random.nextInt(5) == 0 ? null : all[random.nextInt(all.length)];
    }

    private static void fill(Mixed mixed, Object[] all, Random random) {
        mixed.flag = random.nextBoolean();
        mixed.small = (byte) random.nextInt();
        mixed.letter = (char) random.nextInt();
        mixed.brief = (short) random.nextInt();
        mixed.number = random.nextInt();
        mixed.large = random.nextLong();
        mixed.single = random.nextFloat();
        mixed.exact = random.nextGaussian();
        mixed.text = random.nextInt(3) == 0 ? null : Long.toString(random.nextLong(), 36);
        mixed.color = random.nextBoolean() ? Color.RED : Color.GREEN;
        mixed.any = pick(all, random);
        mixed.several = random.nextBoolean() ? all : null;
        mixed.table = new double[random.nextInt(3)][random.nextInt(4)];
        if (pick(all, random) instanceof Link link) {
            mixed.next = link;
        }
    }

    @Test
    void shouldReadRandomGraphs() throws Exception {
        for (long seed = 1; seed <= 500; seed++) {
            Object[] graph = randomGraph(new Random(seed));
            try {
                Compared.same(graph, parsed(graph));
            } catch (AssertionError | IOException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    // ---- Garbage

    /** Parses and looks at it all; its own exception is the only one that may come. */
    private static boolean isGood(byte[] bytes, String what) {
        try {
            Node node = GraphParser.parse(bytes);
            SavedRank rank = new SavedRank(Map.of(), List.of(), List.of(), SavedArrays.none(), Map.of("x", node));
            assertTrue(Outline.of(rank).size() > 0);
            return true;
        } catch (MalformedGraphException e) {
            assertTrue(e.getMessage().startsWith("the graph of objects is malformed at byte "));
            return false;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what, e);
        }
    }

    @Test
    void shouldRefuseEveryTruncation() throws IOException {
        byte[] bytes = written(new Object[] {randomGraph(new Random(3)), Color.RED});
        for (int length = 0; length < bytes.length; length++) {
            String what = "cut at " + length;
            assertFalse(isGood(Arrays.copyOf(bytes, length), what), what);
        }
        assertTrue(isGood(bytes, "whole"));
    }

    @Test
    void shouldSurviveTruncationWhereItHasToGuess() throws IOException {
        byte[] bytes = written(new Object[] {new Custom(true), new Custom(false), List.of(1)});
        for (int length = 0; length < bytes.length; length++) {
            isGood(Arrays.copyOf(bytes, length), "cut at " + length);
        }
    }

    @Test
    void shouldSurviveFlippedBytesAndGarbage() throws IOException {
        byte[] good = written(new Object[] {
            randomGraph(new Random(5)),
            new Custom(true),
            new HashMap<>(Map.of(List.of(1), Set.of(2))),
            new ConcurrentHashMap<>(Map.of(1, 2)),
            new TreeSet<>(Set.of(1)),
            Color.RED
        });
        for (long seed = 1; seed <= 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(bytes.length);
                // Mostly the marks of the format: they lead further astray.
                bytes[at] = (byte) (random.nextBoolean() ? 0x70 + random.nextInt(15) : random.nextInt());
            }
            isGood(bytes, "seed " + seed);
        }
        for (long seed = 1; seed <= 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[4 + random.nextInt(200)];
            for (int i = 4; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(4) > 0 ? 0x70 + random.nextInt(15) : random.nextInt());
            }
            ByteBuffer.wrap(bytes).putInt(0xaced0005);
            isGood(bytes, "garbage of seed " + seed);
        }
    }

    @Test
    void shouldSayWhereAndHow() throws IOException {
        byte[] bytes = written("text");
        bytes[4] = 0x11;
        MalformedGraphException e = assertThrows(MalformedGraphException.class, () -> GraphParser.parse(bytes));
        assertEquals("the graph of objects is malformed at byte 5: no object begins with 11", e.getMessage());
        MalformedGraphException none =
                assertThrows(MalformedGraphException.class, () -> GraphParser.parse(new byte[9]));
        assertEquals("the graph of objects is malformed at byte 0: it does not begin like one", none.getMessage());
    }
}
