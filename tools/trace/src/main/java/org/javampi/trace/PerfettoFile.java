package org.javampi.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Perfetto's own format: a Trace of TracePackets with TrackEvents. A track for each rank, a slice for each call with its
 * line and call stack, a flow for each message, a correlation id for each collective. Call stacks are interned: the first
 * packet has all of them. Source: perfetto's {@code track_event.proto}, {@code interned_data.proto} and {@code
 * profile_common.proto}.
 */
final class PerfettoFile {
    private static final int PACKET = 1;
    private static final int TIMESTAMP = 8;
    private static final int SEQUENCE = 10;
    private static final int TRACK_EVENT = 11;
    private static final int INTERNED = 12;
    private static final int SEQUENCE_FLAGS = 13;
    private static final int TRACK_DESCRIPTOR = 60;

    private static final int INTERNED_FUNCTION = 5;
    private static final int INTERNED_FRAME = 6;
    private static final int INTERNED_STACK = 7;
    private static final int INTERNED_SOURCE = 18;
    private static final int INTERNED_ID = 1;
    private static final int STRING_TEXT = 2;
    private static final int FRAME_FUNCTION = 2;
    private static final int FRAME_SOURCE = 5;
    private static final int FRAME_LINE = 6;
    private static final int STACK_FRAME = 2;
    private static final int FIRST_OF_SEQUENCE = 1;
    private static final int NEEDS_FIRST = 2;

    private static final int DESCRIPTOR_UUID = 1;
    private static final int DESCRIPTOR_NAME = 2;
    private static final int DESCRIPTOR_THREAD = 4;
    private static final int THREAD_PID = 1;
    private static final int THREAD_TID = 2;
    private static final int THREAD_NAME = 5;

    private static final int EVENT_ANNOTATION = 4;
    private static final int EVENT_TYPE = 9;
    private static final int EVENT_TRACK = 11;
    private static final int EVENT_NAME = 23;
    private static final int EVENT_SOURCE = 33;
    private static final int EVENT_FLOW = 47;
    private static final int EVENT_FLOW_END = 48;
    private static final int EVENT_CORRELATION = 52;
    private static final int EVENT_STACK = 56;
    private static final int BEGIN = 1;
    private static final int END = 2;

    private static final int ANNOTATION_INT = 4;
    private static final int ANNOTATION_STRING = 6;
    private static final int ANNOTATION_NAME = 10;
    private static final int SOURCE_FILE = 2;
    private static final int SOURCE_FUNCTION = 3;
    private static final int SOURCE_LINE = 4;
    private static final int PROCESS = 1;

    private final Trace trace;
    private final Map<Integer, List<Integer>> leaving = new HashMap<>();
    private final Map<Integer, List<Integer>> arriving = new HashMap<>();

    PerfettoFile(Trace trace) {
        this.trace = trace;
        for (int i = 0; i < trace.allMessages().size(); i++) {
            Trace.Message message = trace.allMessages().get(i);
            leaving.computeIfAbsent(message.sent(), call -> new ArrayList<>()).add(i + 1);
            arriving.computeIfAbsent(message.received(), call -> new ArrayList<>())
                    .add(i + 1);
        }
    }

    void write(OutputStream out) throws IOException {
        packet(out, new Protobuf().number(SEQUENCE_FLAGS, FIRST_OF_SEQUENCE).message(INTERNED, stacks()));
        for (int rank = 0; rank < trace.ranks(); rank++) {
            Protobuf thread = new Protobuf()
                    .number(THREAD_PID, PROCESS)
                    .number(THREAD_TID, rank + 1)
                    .text(THREAD_NAME, "rank " + rank);
            Protobuf descriptor = new Protobuf()
                    .number(DESCRIPTOR_UUID, rank + 1)
                    .text(DESCRIPTOR_NAME, "rank " + rank)
                    .message(DESCRIPTOR_THREAD, thread);
            packet(out, new Protobuf().message(TRACK_DESCRIPTOR, descriptor));
        }
        for (int call = 0; call < trace.calls(); call++) {
            packet(out, event(trace.startOf(call), call, beginning(call)));
            packet(out, event(trace.endOf(call), call, end(call)));
        }
    }

    private Protobuf beginning(int call) {
        Protobuf event = new Protobuf().number(EVENT_TYPE, BEGIN).text(EVENT_NAME, trace.functionOf(call));
        Trace.Frame frame = trace.stacks().get(trace.stackOf(call));
        Line line = Line.of(trace.placeOf(call));
        if (line.number > 0) {
            event.message(
                    EVENT_SOURCE,
                    new Protobuf()
                            .text(SOURCE_FILE, line.file)
                            .text(SOURCE_FUNCTION, frame.method())
                            .number(SOURCE_LINE, line.number));
        }
        event.number(EVENT_STACK, trace.stackOf(call) + 1);
        long waited = trace.waitEndOf(call) - trace.startOf(call);
        if (waited > 0) {
            event.message(
                    EVENT_ANNOTATION,
                    new Protobuf().text(ANNOTATION_NAME, "waited ns").number(ANNOTATION_INT, waited));
        }
        if (!trace.algorithmOf(call).isEmpty()) {
            event.message(
                    EVENT_ANNOTATION,
                    new Protobuf().text(ANNOTATION_NAME, "algorithm").text(ANNOTATION_STRING, trace.algorithmOf(call)));
        }
        leaving.getOrDefault(call, List.of()).forEach(flow -> event.fixed(EVENT_FLOW, flow));
        if (trace.correlationOf(call) != 0) {
            event.number(EVENT_CORRELATION, trace.correlationOf(call));
        }
        return event;
    }

    /** A flow goes from its earliest event to its latest, and a receive may begin before its send does. */
    private Protobuf end(int call) {
        Protobuf event = new Protobuf().number(EVENT_TYPE, END);
        arriving.getOrDefault(call, List.of()).forEach(flow -> event.fixed(EVENT_FLOW_END, flow));
        return event;
    }

    /** A place such as {@code Ring.java:19}; number 0 where the line is not known. */
    private record Line(String file, int number) {
        static Line of(String place) {
            int colon = place.lastIndexOf(':');
            return colon < 0
                    ? new Line(place, 0)
                    : new Line(place.substring(0, colon), Math.max(0, Integer.parseInt(place.substring(colon + 1))));
        }
    }

    /** All frames and stacks; identifiers count from 1. A stack has the number of its innermost frame here. */
    private Protobuf stacks() {
        Protobuf interned = new Protobuf();
        Map<String, Integer> methods = new HashMap<>();
        Map<String, Integer> files = new HashMap<>();
        for (int i = 0; i < trace.stacks().size(); i++) {
            Trace.Frame frame = trace.stacks().get(i);
            Line line = Line.of(trace.places().get(frame.place()));
            Protobuf entry = new Protobuf()
                    .number(INTERNED_ID, i + 1)
                    .number(FRAME_FUNCTION, string(interned, INTERNED_FUNCTION, frame.method(), methods))
                    .number(FRAME_SOURCE, string(interned, INTERNED_SOURCE, line.file, files));
            if (line.number > 0) {
                entry.number(FRAME_LINE, line.number);
            }
            interned.message(INTERNED_FRAME, entry);
            Protobuf stack = new Protobuf().number(INTERNED_ID, i + 1);
            outermostFirst(i).forEach(inner -> stack.number(STACK_FRAME, inner + 1));
            interned.message(INTERNED_STACK, stack);
        }
        return interned;
    }

    private Deque<Integer> outermostFirst(int innermost) {
        Deque<Integer> frames = new ArrayDeque<>();
        for (int frame = innermost;
                frame >= 0;
                frame = trace.stacks().get(frame).caller()) {
            frames.addFirst(frame);
        }
        return frames;
    }

    private static int string(Protobuf interned, int field, String text, Map<String, Integer> known) {
        return known.computeIfAbsent(text, unknown -> {
            int number = known.size() + 1;
            interned.message(field, new Protobuf().number(INTERNED_ID, number).text(STRING_TEXT, unknown));
            return number;
        });
    }

    private Protobuf event(long time, int call, Protobuf event) {
        event.number(EVENT_TRACK, trace.rankOf(call) + 1);
        return new Protobuf()
                .number(TIMESTAMP, time)
                .number(SEQUENCE_FLAGS, NEEDS_FIRST)
                .message(TRACK_EVENT, event);
    }

    private static void packet(OutputStream out, Protobuf packet) throws IOException {
        packet.number(SEQUENCE, 1);
        out.write(new Protobuf().message(PACKET, packet).toBytes());
    }
}
