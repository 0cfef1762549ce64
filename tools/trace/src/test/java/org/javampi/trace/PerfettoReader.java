package org.javampi.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Perfetto's files as its own tools do, field by field; the numbers are those of its proto files. */
final class PerfettoReader {
    /** A slice with what it refers to looked up; the outermost frame comes first. Slices do not overlap here. */
    record Slice(
            String name,
            long track,
            List<String> stack,
            List<Long> flows,
            List<Long> endedFlows,
            long correlation,
            String annotations) {}

    private final Map<Long, String> functions = new HashMap<>();
    private final Map<Long, String> sources = new HashMap<>();
    private final Map<Long, String> frames = new HashMap<>();
    private final Map<Long, List<String>> stacks = new HashMap<>();
    private final List<Slice> slices = new ArrayList<>();

    private PerfettoReader() {}

    static List<Slice> read(byte[] file) {
        PerfettoReader reader = new PerfettoReader();
        fields(file).get(1).forEach(packet -> reader.packet(fields((byte[]) packet)));
        return reader.slices;
    }

    private void packet(Map<Integer, List<Object>> packet) {
        for (Object interned : all(packet, 12)) {
            Map<Integer, List<Object>> data = fields((byte[]) interned);
            strings(data, 5, functions);
            strings(data, 18, sources);
            for (Object bytes : all(data, 6)) {
                Map<Integer, List<Object>> frame = fields((byte[]) bytes);
                frames.put(
                        number(frame, 1),
                        functions.get(number(frame, 2)) + " " + sources.get(number(frame, 5)) + ":" + number(frame, 6));
            }
            for (Object bytes : all(data, 7)) {
                Map<Integer, List<Object>> stack = fields((byte[]) bytes);
                stacks.put(
                        number(stack, 1),
                        all(stack, 2).stream().map(frames::get).toList());
            }
        }
        for (Object bytes : all(packet, 11)) {
            Map<Integer, List<Object>> event = fields((byte[]) bytes);
            if (number(event, 9) == 1) {
                slice(event);
            } else {
                slices.stream()
                        .filter(slice -> slice.track == number(event, 11))
                        .reduce((before, last) -> last)
                        .ifPresent(last -> last.endedFlows.addAll(numbers(event, 48)));
            }
        }
    }

    private void slice(Map<Integer, List<Object>> event) {
        StringBuilder annotations = new StringBuilder();
        all(event, 4).forEach(bytes -> annotations.append(text(bytes)));
        slices.add(new Slice(
                text(event.get(23).get(0)),
                number(event, 11),
                stacks.get(number(event, 56)),
                numbers(event, 47),
                new ArrayList<>(),
                number(event, 52),
                annotations.toString()));
    }

    private static void strings(Map<Integer, List<Object>> data, int field, Map<Long, String> into) {
        for (Object bytes : all(data, field)) {
            Map<Integer, List<Object>> string = fields((byte[]) bytes);
            into.put(number(string, 1), text(string.get(2).get(0)));
        }
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    private static List<Object> all(Map<Integer, List<Object>> message, int field) {
        return message.getOrDefault(field, List.of());
    }

    private static List<Long> numbers(Map<Integer, List<Object>> message, int field) {
        return all(message, field).stream().map(Long.class::cast).toList();
    }

    private static long number(Map<Integer, List<Object>> message, int field) {
        return all(message, field).isEmpty() ? 0 : (Long) all(message, field).get(0);
    }

    /** The fields of a message: numbers, or bytes. */
    private static Map<Integer, List<Object>> fields(byte[] bytes) {
        Map<Integer, List<Object>> fields = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long key = varint(in);
            Object value =
                    switch ((int) (key & 7)) {
                        case 0 -> varint(in);
                        case 1 -> in.getLong();
                        case 2 -> {
                            byte[] part = new byte[(int) varint(in)];
                            in.get(part);
                            yield part;
                        }
                        default -> throw new IllegalArgumentException("wire type " + (key & 7));
                    };
            fields.computeIfAbsent((int) (key >>> 3), any -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
