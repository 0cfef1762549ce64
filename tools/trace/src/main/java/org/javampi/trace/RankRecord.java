package org.javampi.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one rank has recorded: a table of calls, one of ends of messages, what collectives did inside, and the names
 * that all use by number.
 *
 * <pre>
 *  calls       start, end (ns of the rank's clock), function, stack
 *  stacks      frame, the stack of its caller or -1
 *  messages    call that begins it, call that completes it, 1 for a receive, peer in MPI_COMM_WORLD, tag, communicator, bytes
 *  collectives call that begins it, call that completes it or -1, kind of its blocking form, communicator, which one there,
 *              root in MPI_COMM_WORLD or -1, algorithm or -1, rounds
 *  steps       collective, time (ns of the rank's clock), peer in MPI_COMM_WORLD, bytes, 1 for a receive
 * </pre>
 */
final class RankRecord {
    static final int CALL_FIELDS = 4;
    static final int START = 0;
    static final int END = 1;
    static final int FUNCTION = 2;
    static final int STACK = 3;

    static final int STACK_FIELDS = 2;
    static final int FRAME = 0;
    static final int CALLER = 1;

    static final int MESSAGE_FIELDS = 7;
    static final int BEGUN = 0;
    static final int DONE = 1;
    static final int IS_RECEIVE = 2;
    static final int PEER = 3;
    static final int TAG = 4;
    static final int WITHIN = 5;
    static final int BYTES = 6;

    /** The first two fields are as those of messages. */
    static final int COLLECTIVE_FIELDS = 8;

    static final int KIND = 2;
    static final int COMMUNICATOR = 3;
    static final int ORDINAL = 4;
    static final int ROOT = 5;
    static final int ALGORITHM = 6;
    static final int ROUNDS = 7;

    static final int STEP_FIELDS = 5;
    static final int COLLECTIVE = 0;
    static final int STEP_TIME = 1;
    static final int STEP_PEER = 2;
    static final int STEP_BYTES = 3;
    static final int STEP_IS_RECEIVE = 4;

    final Growing calls = new Growing();
    final Growing stacks = new Growing();
    final Growing messages = new Growing();
    final Growing collectives = new Growing();
    final Growing steps = new Growing();
    final List<String> algorithms = new ArrayList<>();
    final List<String> functions = new ArrayList<>();

    /** File and line of each frame. */
    final List<String> places = new ArrayList<>();

    /** Class and method of each frame. */
    final List<String> methods = new ArrayList<>();

    int callCount() {
        return calls.count() / CALL_FIELDS;
    }

    int messageCount() {
        return messages.count() / MESSAGE_FIELDS;
    }

    long call(int index, int field) {
        return calls.get(index * CALL_FIELDS + field);
    }

    int collectiveCount() {
        return collectives.count() / COLLECTIVE_FIELDS;
    }

    long collective(int index, int field) {
        return collectives.get(index * COLLECTIVE_FIELDS + field);
    }

    int stackCount() {
        return stacks.count() / STACK_FIELDS;
    }

    long stack(int index, int field) {
        return stacks.get(index * STACK_FIELDS + field);
    }

    int stepCount() {
        return steps.count() / STEP_FIELDS;
    }

    long step(int index, int field) {
        return steps.get(index * STEP_FIELDS + field);
    }

    long message(int index, int field) {
        return messages.get(index * MESSAGE_FIELDS + field);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, calls);
            write(out, stacks);
            write(out, messages);
            write(out, collectives);
            write(out, steps);
            write(out, algorithms);
            write(out, functions);
            write(out, places);
            write(out, methods);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Growing numbers) throws IOException {
        out.writeInt(numbers.count());
        for (int i = 0; i < numbers.count(); i++) {
            out.writeLong(numbers.get(i));
        }
    }

    private static void write(DataOutputStream out, List<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    static RankRecord of(byte[] bytes) {
        RankRecord record = new RankRecord();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            read(in, record.calls);
            read(in, record.stacks);
            read(in, record.messages);
            read(in, record.collectives);
            read(in, record.steps);
            read(in, record.algorithms);
            read(in, record.functions);
            read(in, record.places);
            read(in, record.methods);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return record;
    }

    private static void read(DataInputStream in, Growing numbers) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            numbers.add(in.readLong());
        }
    }

    private static void read(DataInputStream in, List<String> names) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
    }
}
