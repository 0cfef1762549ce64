package org.javampi.river.message;

/** The first byte of each value. The order is part of the protocol; new types go to the end. */
enum ValueType {
    /** One byte, 0 or 1. */
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    CHAR,
    /** int byte count, UTF-8. */
    TEXT,
    /** int char count, UTF-16: text with lone surrogates, which UTF-8 cannot carry. */
    RAW_TEXT,
    /** Two longs. */
    UUID,
    /** int length, elements; so all arrays. */
    BYTES,
    SHORTS,
    INTS,
    LONGS,
    FLOATS,
    DOUBLES,
    CHARS,
    BOOLEANS,
    /** int size, values. */
    LIST,
    /** int size, pairs of name and value. */
    MAP
}
