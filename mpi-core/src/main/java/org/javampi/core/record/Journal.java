package org.javampi.core.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.javampi.checkpoint.Recording;
import org.javampi.checkpoint.log.RecordOutput;

/**
 * The log of one rank's calls, in a file for each interval between checkpoints. Where it cannot be written any more it
 * ends, and says so once; the job goes on. One thread.
 *
 * <pre>
 *  BEGIN  stamp of the functions
 *  CALL   function, arguments, sum of what was sent, error code, outputs, statuses, requests that are null now,
 *         communicator, places and bytes of what was received; the bytes themselves if they are few
 *  DATA   more of what the call before has received
 *  POINT  Checkpoint.here(): whether it stood, whether a checkpoint was taken
 *  END    why the rank's last call has not returned
 * </pre>
 */
final class Journal {
    /** First byte of a record. */
    static final int BEGIN = 0;

    static final int CALL = 1;
    static final int DATA = 2;
    static final int POINT = 3;
    static final int END = 4;

    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);
    private static final byte[] DATA_HEAD = {DATA};

    private final Recording recording;
    private final int rank;
    private final String stamp;
    private final Consumer<String> failed;
    private RecordOutput file;

    /** The checkpoint after which calls are written now. */
    private long epoch;

    /** Nothing is written yet, and in a program that marks points none has been passed. */
    private boolean isBeginning;

    /**
     * A log.
     *
     * @param stamp of the functions whose numbers it has
     * @param failed hears why it ends early
     */
    Journal(Recording recording, int rank, String stamp, Consumer<String> failed) {
        this.recording = recording;
        this.rank = rank;
        this.stamp = stamp;
        this.failed = failed;
    }

    /**
     * Opens it.
     *
     * @param from the checkpoint that this life begins at, 0 for the program's start
     * @param marksPoints whether what comes before the first point is kept apart
     */
    void open(long from, boolean marksPoints) {
        epoch = from;
        isBeginning = marksPoints;
        open(marksPoints ? recording.begin(rank) : recording.after(rank, from));
    }

    private void open(Path path) {
        try {
            Files.deleteIfExists(path);
            file = new RecordOutput(path);
            append(new Encoder().putByte(BEGIN).put(stamp), EMPTY);
        } catch (IOException e) {
            end(e);
        }
    }

    private void end(IOException why) {
        file = null;
        failed.accept("--record: the log of rank " + rank + " ends here, the job goes on: " + why);
    }

    boolean isOpen() {
        return file != null;
    }

    /** The program is going to pass a point. */
    void onPoint() {
        if (isBeginning) {
            isBeginning = false;
            goOn(epoch);
        }
    }

    /** From now on calls come after another checkpoint. */
    void onCaptured(long taken) {
        isBeginning = false;
        goOn(taken);
    }

    private void goOn(long from) {
        epoch = from;
        if (isOpen()) {
            close();
            open(recording.after(rank, from));
        }
    }

    /** Writes a record. */
    void append(Encoder head, ByteBuffer body) {
        if (file == null) {
            return;
        }
        try {
            file.append(head.bytes(), head.length(), body);
        } catch (IOException e) {
            end(e);
        }
    }

    void append(Encoder head) {
        append(head, EMPTY);
    }

    /** Writes more of what a call has received. */
    void appendData(ByteBuffer bytes) {
        if (file == null) {
            return;
        }
        try {
            file.append(DATA_HEAD, DATA_HEAD.length, bytes);
        } catch (IOException e) {
            end(e);
        }
    }

    void close() {
        if (file == null) {
            return;
        }
        RecordOutput closed = file;
        file = null;
        try {
            closed.close();
        } catch (IOException e) {
            end(e);
        }
    }
}
