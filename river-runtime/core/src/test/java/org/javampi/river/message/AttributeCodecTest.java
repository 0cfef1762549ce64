package org.javampi.river.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Attributes survive their way; what nobody has written is refused, whatever it is. */
class AttributeCodecTest {
    private static final long SEED = 20070601;

    @Test
    void shouldKeepValuesAndTypes() throws Exception {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("", "an empty name");
        sent.put("text", "Fluß 河 \uD83D\uDE00");
        sent.put("half", "a lone surrogate: \uD83D");
        sent.put("int", 42);
        sent.put("long", Long.MIN_VALUE);
        sent.put("nan", Double.longBitsToDouble(0x7ff8000000000123L));
        sent.put("minus zero", -0.0f);
        sent.put("id", UUID.randomUUID());
        sent.put("none", new double[0]);
        sent.put("list", List.of(1, "two", List.of(3.0), Map.of("k", new int[] {4})));
        assertSame(sent, AttributeCodec.decode(ByteBuffer.wrap(AttributeCodec.encode(sent))));
    }

    @Test
    void shouldKeepRandomAttributes() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            Map<String, Object> sent = randomMap(random, 0);
            byte[] bytes = AttributeCodec.encode(sent);
            assertSame(sent, AttributeCodec.decode(ByteBuffer.wrap(bytes)));
        }
    }

    /** A stream that gives few bytes at a time. */
    private static InputStream trickling(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
    }

    @Test
    void shouldReadFromAStreamWhatWasWrittenToOne() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            Map<String, Object> sent = randomMap(random, 0);
            if (round < 16) {
                // Longer than what is held at once, and no multiple of it.
                sent.put("bytes", new byte[70_001]);
                sent.put("shorts", new short[40_003]);
                sent.put("ints", random.ints(50_005).toArray());
                sent.put("longs", random.longs(30_007).toArray());
                sent.put("floats", new float[20_009]);
                sent.put("doubles", random.doubles(25_011).toArray());
                sent.put("chars", "x".repeat(40_013).toCharArray());
                sent.put("text", "y".repeat(70_015));
                sent.put("flags", new boolean[70_017]);
            }
            byte[] bytes = AttributeCodec.encode(sent);
            assertEquals(bytes.length, AttributeCodec.count(sent));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            AttributeCodec.write(sent, out);
            assertArrayEquals(bytes, out.toByteArray());
            byte[] more = Arrays.copyOf(bytes, bytes.length + 10);
            InputStream in = trickling(more, random);
            assertSame(sent, AttributeCodec.decode(in, bytes.length));
            assertEquals(10, in.readAllBytes().length, "what is behind it was left");
            int cut = random.nextInt(bytes.length);
            assertThrows(
                    EOFException.class,
                    () -> AttributeCodec.decode(trickling(Arrays.copyOf(bytes, cut), random), bytes.length));
            assertThrows(MalformedMessageException.class, () -> AttributeCodec.decode(trickling(bytes, random), cut));
        }
    }

    @Test
    void shouldRefuseWhatIsCutOffAnywhere() {
        byte[] whole = AttributeCodec.encode(randomMap(new Random(SEED), 0));
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(whole, 0, length);
            assertThrows(MalformedMessageException.class, () -> AttributeCodec.decode(part));
        }
        ByteBuffer more = ByteBuffer.wrap(Arrays.copyOf(whole, whole.length + 1));
        assertThrows(MalformedMessageException.class, () -> AttributeCodec.decode(more));
    }

    @Test
    void shouldSurviveDamagedBytes() {
        Random random = new Random(SEED);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = AttributeCodec.encode(randomMap(random, 0));
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                AttributeCodec.decode(ByteBuffer.wrap(bytes));
            } catch (MalformedMessageException e) {
                // Any other exception, or memory for a length that cannot be, fails the test.
                refused++;
            }
        }
        assertTrue(refused > 1_000, "refused " + refused);
    }

    @Test
    void shouldRefuseListsThatAreTooDeep() {
        Object deep = "bottom";
        for (int i = 0; i < AttributeCodec.DEEPEST; i++) {
            deep = List.of(deep);
        }
        Map<String, Object> fits = Map.of("deep", deep);
        AttributeCodec.encode(fits);
        Map<String, Object> tooDeep = Map.of("deep", List.of(deep));
        assertMessage("deeper than 64", () -> AttributeCodec.encode(tooDeep));
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertMessage("contains itself", () -> AttributeCodec.encode(Map.of("loop", itself)));

        // 65 lists of one element in each other: type, size 1, ...
        ByteBuffer bytes = ByteBuffer.allocate(1_000).put((byte) 1).putInt(1).putInt(0);
        for (int i = 0; i < 65; i++) {
            bytes.put((byte) ValueType.LIST.ordinal()).putInt(1);
        }
        bytes.put((byte) ValueType.BOOLEAN.ordinal()).put((byte) 1).flip();
        Exception refusal = assertThrows(MalformedMessageException.class, () -> AttributeCodec.decode(bytes));
        assertTrue(refusal.getMessage().contains("deeper than 64"), refusal.getMessage());
    }

    @Test
    void shouldNameTheAttributeThatCannotBeSent() {
        Map<String, Object> nothing = new LinkedHashMap<>();
        nothing.put("x", null);
        assertMessage("attribute x: null", () -> AttributeCodec.encode(nothing));
        assertMessage(
                "attribute a[1].b: java.lang.Object cannot be sent",
                () -> AttributeCodec.encode(Map.of("a", List.of(1, Map.of("b", new Object())))));
        assertMessage("names are strings", () -> AttributeCodec.encode(Map.of("a", Map.of(1, "one"))));
    }

    private static void assertMessage(String text, Runnable body) {
        Exception thrown = assertThrows(IllegalArgumentException.class, body::run);
        assertTrue(thrown.getMessage().contains(text), thrown.getMessage());
    }

    private static void assertSame(Map<?, ?> sent, Map<?, ?> received) {
        assertEquals(new ArrayList<>(sent.keySet()), new ArrayList<>(received.keySet()), "names");
        sent.forEach((name, value) -> assertValue(value, received.get(name)));
    }

    private static void assertValue(Object sent, Object received) {
        if (sent instanceof Map<?, ?> map) {
            assertSame(map, (Map<?, ?>) received);
        } else if (sent instanceof List<?> list) {
            List<?> other = (List<?>) received;
            assertEquals(list.size(), other.size());
            for (int i = 0; i < list.size(); i++) {
                assertValue(list.get(i), other.get(i));
            }
        } else {
            assertEquals(sent.getClass(), received.getClass());
            assertTrue(Arrays.deepEquals(new Object[] {sent}, new Object[] {received}));
        }
    }

    static Map<String, Object> randomMap(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int n = random.nextInt(depth == 0 ? 6 : 3); n >= 0; n--) {
            map.put("a" + random.nextInt(100), randomValue(random, depth));
        }
        return map;
    }

    private static Object randomValue(Random random, int depth) {
        int length = random.nextInt(5);
        switch (random.nextInt(depth < 3 ? 19 : 17)) {
            case 0:
                return random.nextBoolean();
            case 1:
                return (byte) random.nextInt();
            case 2:
                return (short) random.nextInt();
            case 3:
                return random.nextInt();
            case 4:
                return random.nextLong();
            case 5:
                return random.nextFloat();
            case 6:
                return random.nextGaussian();
            case 7:
                return (char) random.nextInt();
            case 8:
                return random.ints(length, 0, 0xffff)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            case 9:
                return new UUID(random.nextLong(), random.nextLong());
            case 10:
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                return bytes;
            case 11:
                return new short[length];
            case 12:
                return random.ints(length).toArray();
            case 13:
                return random.longs(length).toArray();
            case 14:
                return random.doubles(length).toArray();
            case 15:
                return new boolean[] {true, false, random.nextBoolean()};
            case 16:
                return new Object[] {new float[] {1.5f, -0f}, "chars".toCharArray()}[length % 2];
            case 17:
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < length; i++) {
                    list.add(randomValue(random, depth + 1));
                }
                return list;
            default:
                return randomMap(random, depth + 1);
        }
    }
}
