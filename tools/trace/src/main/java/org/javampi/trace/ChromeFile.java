package org.javampi.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.javampi.pages.json.Json;

/** Chrome's trace event format: a complete event for each call with its call stack, a flow for each message. Times are microseconds. */
final class ChromeFile {
    private final Trace trace;

    ChromeFile(Trace trace) {
        this.trace = trace;
    }

    void write(OutputStream out) throws IOException {
        text(out, "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n");
        for (int rank = 0; rank < trace.ranks(); rank++) {
            text(
                    out,
                    "{\"ph\":\"M\",\"pid\":0,\"tid\":" + rank + ",\"name\":\"thread_name\",\"args\":{\"name\":\"rank "
                            + rank + "\"}},\n");
        }
        for (int call = 0; call < trace.calls(); call++) {
            text(
                    out,
                    "{\"ph\":\"X\",\"pid\":0,\"tid\":" + trace.rankOf(call) + ",\"name\":"
                            + Json.write(trace.functionOf(call)) + ",\"ts\":" + us(trace.startOf(call)) + ",\"dur\":"
                            + us(trace.endOf(call) - trace.startOf(call)) + ",\"sf\":" + trace.stackOf(call)
                            + ",\"args\":{\"at\":"
                            + Json.write(trace.placeOf(call)) + ",\"waited us\":"
                            + us(trace.waitEndOf(call) - trace.startOf(call)) + ",\"collective\":"
                            + trace.correlationOf(call) + ",\"algorithm\":" + Json.write(trace.algorithmOf(call))
                            + "}},\n");
        }
        int number = 0;
        for (Trace.Message message : trace.allMessages()) {
            number++;
            text(out, flow("\"s\"", number, message.source(), trace.startOf(message.sent())) + ",\n");
            text(out, flow("\"f\",\"bp\":\"e\"", number, message.dest(), trace.endOf(message.received())) + ",\n");
        }
        text(out, "{\"ph\":\"M\",\"pid\":0,\"name\":\"process_name\",\"args\":{\"name\":\"javampi\"}}],\n");
        stacks(out);
        text(out, "}\n");
    }

    private void stacks(OutputStream out) throws IOException {
        text(out, "\"stackFrames\":{");
        for (int i = 0; i < trace.stacks().size(); i++) {
            Trace.Frame frame = trace.stacks().get(i);
            String name = frame.method() + " (" + trace.places().get(frame.place()) + ")";
            text(
                    out,
                    (i > 0 ? ",\n\"" : "\n\"") + i + "\":{\"name\":" + Json.write(name)
                            + (frame.caller() < 0 ? "}" : ",\"parent\":" + frame.caller() + "}"));
        }
        text(out, "}");
    }

    private static String flow(String phase, int number, int rank, long time) {
        return "{\"ph\":" + phase + ",\"id\":" + number + ",\"pid\":0,\"tid\":" + rank
                + ",\"name\":\"message\",\"cat\":\"message\",\"ts\":" + us(time) + "}";
    }

    private static String us(long ns) {
        return String.format(Locale.ROOT, "%.3f", ns / 1000.0);
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
