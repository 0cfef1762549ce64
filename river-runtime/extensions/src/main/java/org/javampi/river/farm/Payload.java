package org.javampi.river.farm;

/** An object on its way to VMs, as bytes. */
final class Payload {
    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Serializes an object.
     *
     * @throws IllegalArgumentException when it cannot be serialized
     */
    static Payload of(Object value, String what) {
        return new Payload(ObjectBytes.of(value, what));
    }

    byte[] bytes() {
        return bytes;
    }

    /** It is needed no longer. */
    void close() {
        // Nothing lies outside of the heap.
    }
}
