package org.javampi.core.engine;

/**
 * The engine's frame header, in native byte order.
 *
 * <pre>
 *  0  int    frame length            the transport's
 *  4  byte   kind
 *  5  byte   flags                   SYNCHRONOUS, GRANTED
 *  6  short  epoch                   frames of another life are dropped
 *  8  long   context                 SHORT, EAGER, REQUEST, CANCEL; DATA: position in the message
 * 16  int    source                  sender's rank in the context's group
 * 20  int    tag
 * 24  int    sequence                names one message of a pair of ranks, in sending order
 * 28  int    consumed                cost of the eager messages that the frame's sender has consumed
 * 32  ...    payload                 REQUEST: long message length
 * </pre>
 *
 * With the payload of a short message it fills one cache line. The kind SHORT leaves out what such
 * a message can do without, so that two of them fill one:
 *
 * <pre>
 * 16  short  source                  unsigned
 * 18  short  tag                     unsigned
 * 20  int    sequence
 * 24  ...    payload                 up to 8 bytes
 * </pre>
 */
final class Header {
    static final int KIND = 4;
    static final int FLAGS = 5;
    static final int EPOCH = 6;
    static final int CONTEXT = 8;
    static final int POSITION = 8;
    static final int SOURCE = 16;
    static final int TAG = 20;
    static final int SEQUENCE = 24;
    static final int CONSUMED = 28;
    static final int BYTES = 32;

    static final int SHORT_SOURCE = 16;
    static final int SHORT_TAG = 18;
    static final int SHORT_SEQUENCE = 20;
    static final int SHORT_BYTES = 24;
    static final int SHORT_PAYLOAD_LIMIT = 8;

    /** A whole message. */
    static final byte EAGER = 1;

    /** Request to send: a long message waits at its sender. */
    static final byte REQUEST = 2;

    /** Clear to send: the message that was requested has met its receive. */
    static final byte CLEAR = 3;

    /** A piece of a long message. */
    static final byte DATA = 4;

    /** A synchronous eager message has met its receive. */
    static final byte MATCHED = 5;

    /** Asks to take a message back. */
    static final byte CANCEL = 6;

    /** Answer to CANCEL; GRANTED tells which. */
    static final byte CANCELLED = 7;

    /** Only tells what has been consumed. */
    static final byte CREDIT = 8;

    /** A whole message of a few bytes that tells nothing of what has been consumed. */
    static final byte SHORT = 9;

    static final byte SYNCHRONOUS = 1;
    static final byte GRANTED = 2;

    private Header() {}
}
