package org.javampi.river.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** A frame that waits to be written to a connection. */
abstract class Frame {
    /** Bytes that wait in memory. */
    abstract long heldBytes();

    /** Writes it; called once, by the thread that writes the connection. */
    abstract void writeTo(OutputStream out) throws IOException;

    /** It will not be written, or not to its end. Called by the same thread. */
    void onLoss() {
        // Its sender does not wait.
    }

    /** Parts that are in memory. */
    static Frame of(byte[]... parts) {
        long bytes = 0;
        for (byte[] part : parts) {
            bytes += part.length;
        }
        long held = bytes;
        return new Frame() {
            @Override
            long heldBytes() {
                return held;
            }

            @Override
            void writeTo(OutputStream out) throws IOException {
                for (byte[] part : parts) {
                    out.write(part);
                }
            }
        };
    }

    /** A long one whose body is made while it is written; its sender waits for that. */
    static final class Streamed extends Frame {
        private final byte[] header;
        private final byte[] head;
        private final LongBody body;
        private final CountDownLatch over = new CountDownLatch(1);
        private RuntimeException mistake;
        private boolean written;

        Streamed(byte[] header, byte[] head, LongBody body) {
            this.header = header;
            this.head = head;
            this.body = body;
        }

        @Override
        long heldBytes() {
            return 0;
        }

        @Override
        void writeTo(OutputStream out) throws IOException {
            try {
                out.write(header);
                out.write(head);
                ExactOutput exact = new ExactOutput(out, body.byteCount());
                body.writeTo(exact);
                exact.finish();
                written = true;
                over.countDown();
            } catch (RuntimeException e) {
                // The sender's, who hears of it; the frame cannot be finished.
                mistake = e;
                throw new IOException("a message has changed while it was sent", e);
            }
        }

        @Override
        void onLoss() {
            over.countDown();
        }

        /**
         * Waits until it was written or is lost, also when the thread is interrupted: its arrays are in use.
         *
         * @return false when it is lost
         */
        boolean awaitWritten() {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        over.await();
                        if (mistake != null) {
                            throw mistake;
                        }
                        return written;
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Takes as many bytes as were announced, neither more nor fewer. */
    private static final class ExactOutput extends OutputStream {
        private final OutputStream out;
        private long left;

        ExactOutput(OutputStream out, long byteCount) {
            this.out = out;
            left = byteCount;
        }

        private void use(int count) {
            left -= count;
            if (left < 0) {
                throw new IllegalStateException("the attributes of a message have changed while it was sent");
            }
        }

        @Override
        public void write(int one) throws IOException {
            use(1);
            out.write(one);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            use(length);
            out.write(some, offset, length);
        }

        void finish() {
            if (left > 0) {
                throw new IllegalStateException("the attributes of a message have changed while it was sent");
            }
        }
    }
}
