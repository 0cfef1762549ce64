package org.javampi.core.record;

import org.javampi.MPI_Message;
import org.javampi.MPI_Status;
import org.javampi.Predefined;

/** The numbers, texts and statuses that a call fills in. */
final class Outputs {
    /** What a message's handle is behind the call. */
    static final int NULL_MESSAGE = 0;

    static final int NO_MESSAGE = 1;
    static final int MESSAGE = 2;
    static final int NOTHING = 3;

    private Outputs() {}

    /** Writes what has become of a message's handle, where the function has one. */
    static void writeMessage(Function function, Object[] arguments, Encoder out) {
        MPI_Message[] messages = (MPI_Message[]) function.ofType("MPI_Message[]", arguments);
        if (messages != null) {
            MPI_Message message = messages.length == 0 ? null : messages[0];
            out.putByte(
                    message == Predefined.MESSAGE_NULL
                            ? NULL_MESSAGE
                            : message == Predefined.MESSAGE_NO_PROC ? NO_MESSAGE : message == null ? NOTHING : MESSAGE);
        }
    }

    /** Writes them as they are behind the call. */
    static void write(Function function, Object[] arguments, Encoder out) {
        for (int place : function.outputs()) {
            Object array = arguments[place];
            if (array instanceof int[] ints) {
                out.put(ints);
            } else if (array instanceof long[] longs) {
                out.put(longs.length);
                for (long value : longs) {
                    out.put(value);
                }
            } else if (array instanceof boolean[] flags) {
                out.put(flags.length > 0 && flags[0]);
            } else if (array instanceof String[] texts) {
                out.put(texts.length > 0 ? texts[0] : null);
            }
        }
        for (int place = 0; place < arguments.length; place++) {
            if (arguments[place] instanceof MPI_Status status) {
                write(status, out);
            } else if (arguments[place] instanceof MPI_Status[] statuses) {
                out.put(statuses.length);
                for (MPI_Status status : statuses) {
                    write(status, out);
                }
            }
        }
    }

    private static void write(MPI_Status status, Encoder out) {
        if (status == null) {
            out.put(false);
            return;
        }
        out.put(true).put(status.MPI_SOURCE).put(status.MPI_TAG).put(status.MPI_ERROR);
        out.put(status.byteCount()).put(status.isCancelled());
    }

    /** Fills them in as they were. Arrays that a program did not have then stay as they are. */
    static void read(Function function, Object[] arguments, Decoder in) {
        for (int place : function.outputs()) {
            Object array = arguments[place];
            if (array instanceof int[] ints) {
                int[] recorded = in.getInts();
                System.arraycopy(recorded, 0, ints, 0, Math.min(ints.length, recorded.length));
            } else if (array instanceof long[] longs) {
                int count = in.getInt();
                for (int i = 0; i < count; i++) {
                    long value = in.getLong();
                    if (i < longs.length) {
                        longs[i] = value;
                    }
                }
            } else if (array instanceof boolean[] flags) {
                boolean recorded = in.getBoolean();
                if (flags.length > 0) {
                    flags[0] = recorded;
                }
            } else if (array instanceof String[] texts) {
                String recorded = in.getText();
                if (texts.length > 0) {
                    texts[0] = recorded;
                }
            }
        }
        for (int place = 0; place < arguments.length; place++) {
            if (arguments[place] instanceof MPI_Status status) {
                read(status, in);
            } else if (arguments[place] instanceof MPI_Status[] statuses) {
                int count = in.getInt();
                for (int i = 0; i < count; i++) {
                    read(i < statuses.length && statuses != Predefined.STATUSES_IGNORE ? statuses[i] : null, in);
                }
            }
        }
    }

    private static void read(MPI_Status status, Decoder in) {
        if (!in.getBoolean()) {
            return;
        }
        int source = in.getInt();
        int tag = in.getInt();
        int error = in.getInt();
        long bytes = in.getLong();
        boolean cancelled = in.getBoolean();
        if (status != null && status != Predefined.STATUS_IGNORE) {
            status.record(source, tag, bytes, cancelled);
            status.MPI_ERROR = error;
        }
    }
}
