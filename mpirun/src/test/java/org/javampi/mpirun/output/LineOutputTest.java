package org.javampi.mpirun.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Lines of several ranks on one stream. */
class LineOutputTest {
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final LineOutput.Meeting meeting =
            new LineOutput.Meeting(new PrintStream(seen, true, StandardCharsets.UTF_8));
    private final LineOutput one = new LineOutput(meeting, "[0] ");
    private final LineOutput other = new LineOutput(meeting, "[1] ");

    private static void write(LineOutput output, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.write(bytes, bytes.length);
    }

    @Test
    void shouldWriteWholeLinesOnly() {
        write(one, "a");
        write(other, "x\ny");
        write(one, "b\n");
        write(other, "z\n\n");
        assertEquals("[1] x\n[0] ab\n[1] yz\n[1] \n", seen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldKeepALastLineWithoutEndOnALineOfItsOwn() {
        write(one, "end");
        one.finish();
        write(other, "more\nlast");
        other.finish();
        meeting.endLine();
        meeting.endLine();
        assertEquals("[0] end\n[1] more\n[1] last\n", seen.toString(StandardCharsets.UTF_8));
    }
}
