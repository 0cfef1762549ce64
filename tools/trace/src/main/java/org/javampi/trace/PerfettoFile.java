package org.javampi.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Perfetto's own format: a Trace of TracePackets with TrackEvents. A track for each rank, a slice for each call with its
 * line, a flow for each message, a correlation id for each collective. Source: perfetto's {@code track_event.proto}.
 */
final class PerfettoFile {
    private static final int PACKET = 1;
    private static final int TIMESTAMP = 8;
    private static final int SEQUENCE = 10;
    private static final int TRACK_EVENT = 11;
    private static final int TRACK_DESCRIPTOR = 60;

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
            packet(out, event(trace.endOf(call), call, new Protobuf().number(EVENT_TYPE, END)));
        }
    }

    private Protobuf beginning(int call) {
        Protobuf event = new Protobuf().number(EVENT_TYPE, BEGIN).text(EVENT_NAME, trace.functionOf(call));
        String place = trace.placeOf(call);
        int colon = place.lastIndexOf(':');
        if (colon > 0) {
            event.message(
                    EVENT_SOURCE,
                    new Protobuf()
                            .text(SOURCE_FILE, place.substring(0, colon))
                            .text(SOURCE_FUNCTION, trace.functionOf(call))
                            .number(SOURCE_LINE, Long.parseLong(place.substring(colon + 1))));
        }
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
        arriving.getOrDefault(call, List.of()).forEach(flow -> event.fixed(EVENT_FLOW_END, flow));
        if (trace.correlationOf(call) != 0) {
            event.number(EVENT_CORRELATION, trace.correlationOf(call));
        }
        return event;
    }

    private Protobuf event(long time, int call, Protobuf event) {
        event.number(EVENT_TRACK, trace.rankOf(call) + 1);
        return new Protobuf().number(TIMESTAMP, time).message(TRACK_EVENT, event);
    }

    private static void packet(OutputStream out, Protobuf packet) throws IOException {
        packet.number(SEQUENCE, 1);
        out.write(new Protobuf().message(PACKET, packet).toBytes());
    }
}
