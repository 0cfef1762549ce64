package org.javampi.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.javampi.pages.json.Json;

/**
 * One HTML file with everything inside. Calls and messages are arrays of little-endian numbers, compressed and in base 64:
 *
 * <pre>
 *  double[calls]   start, ns
 *  float[calls]    duration; float[calls] part of it spent waiting
 *  int[calls]      function; int[calls] place; int[calls] collective, 0 for none
 *  int[ranks + 1]  first call of each rank
 *  int[messages]   call that sends; int[messages] call that receives; int[messages] tag; float[messages] bytes
 *  int[calls]      algorithm with its rounds, counted from 1; 0 for none
 *  float[inner]    of messages in collectives: when sent, from the start of the call that sends; the same of receiving
 *  int[inner]      call that sends; int[inner] call that receives; float[inner] bytes
 * </pre>
 */
final class TracePage {
    private static final String DATA = "/*DATA*/";
    private static final String HEAD = "/*HEAD*/";
    private static final int MOST_LATE = 20;

    private final Trace trace;

    TracePage(Trace trace) {
        this.trace = trace;
    }

    void write(OutputStream out) throws IOException {
        String page;
        try (InputStream in = TracePage.class.getResourceAsStream("trace.html")) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int head = page.indexOf(HEAD);
        int data = page.indexOf(DATA);
        text(out, page.substring(0, head));
        // Inside a script a tag's end would be one.
        text(out, Json.write(head()).replace("</", "<\\/"));
        text(out, page.substring(head + HEAD.length(), data));
        text(out, Base64.getEncoder().encodeToString(compressed()));
        text(out, page.substring(data + DATA.length()));
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> head() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("ranks", trace.ranks());
        head.put("calls", trace.calls());
        head.put("messages", trace.messages());
        head.put("unmatched", trace.unmatched());
        head.put("length", trace.lengthNs());
        head.put("error", trace.clockErrorNs());
        head.put("functions", trace.functions());
        head.put("places", trace.places());
        head.put("algorithms", trace.algorithms());
        head.put("inner", trace.inner().size());
        List<Trace.Late> late = trace.late();
        head.put(
                "late",
                late.subList(0, Math.min(MOST_LATE, late.size())).stream()
                        .map(one -> Map.of(
                                "rank", one.rank(),
                                "place", one.place(),
                                "what", one.what(),
                                "times", one.times(),
                                "waited", one.waitedNs()))
                        .toList());
        return head;
    }

    private byte[] compressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            int calls = trace.calls();
            ByteBuffer doubles = buffer(Double.BYTES * calls);
            ByteBuffer numbers = buffer(4
                    * (6 * calls
                            + trace.ranks()
                            + 1
                            + 4 * trace.messages()
                            + 5 * trace.inner().size()));
            for (int call = 0; call < calls; call++) {
                doubles.putDouble(trace.startOf(call));
                numbers.putFloat(4 * call, trace.endOf(call) - trace.startOf(call));
                numbers.putFloat(4 * (calls + call), trace.waitEndOf(call) - trace.startOf(call));
                numbers.putInt(4 * (2 * calls + call), trace.functionNumberOf(call));
                numbers.putInt(4 * (3 * calls + call), trace.placeNumberOf(call));
                numbers.putInt(4 * (4 * calls + call), (int) trace.correlationOf(call));
            }
            int at = 4 * 5 * calls;
            for (int rank = 0; rank <= trace.ranks(); rank++) {
                numbers.putInt(at + 4 * rank, trace.firstOf(rank));
            }
            at += 4 * (trace.ranks() + 1);
            int messages = trace.messages();
            for (int i = 0; i < messages; i++) {
                Trace.Message message = trace.allMessages().get(i);
                numbers.putInt(at + 4 * i, message.sent());
                numbers.putInt(at + 4 * (messages + i), message.received());
                numbers.putInt(at + 4 * (2 * messages + i), message.tag());
                numbers.putFloat(at + 4 * (3 * messages + i), message.bytes());
            }
            at += 4 * 4 * messages;
            for (int call = 0; call < calls; call++) {
                numbers.putInt(at + 4 * call, trace.algorithmNumberOf(call));
            }
            at += 4 * calls;
            int inner = trace.inner().size();
            for (int i = 0; i < inner; i++) {
                Trace.Inner message = trace.inner().get(i);
                numbers.putFloat(at + 4 * i, message.sentNs() - trace.startOf(message.sent()));
                numbers.putFloat(at + 4 * (inner + i), message.receivedNs() - trace.startOf(message.received()));
                numbers.putInt(at + 4 * (2 * inner + i), message.sent());
                numbers.putInt(at + 4 * (3 * inner + i), message.received());
                numbers.putFloat(at + 4 * (4 * inner + i), message.bytes());
            }
            out.write(doubles.array());
            out.write(numbers.array());
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
