package org.javampi.core.record;

/**
 * A call as it was recorded, but for what it has received.
 *
 * @param function its number
 * @param bytesMissing bytes that it has received and that lie in the records behind it
 * @param arguments written by {@link Arguments}
 * @param sum of what it has sent
 * @param code that it has returned
 * @param isThrown whether it has thrown it
 * @param handled the code that its error handler was given, 0 of a success
 * @param errorText of {@code handled}; null of a success
 * @param rest outputs, requests that are null now, communicator, lengths; of a time, its bits
 */
record RecordedCall(
        int function,
        long bytesMissing,
        byte[] arguments,
        long sum,
        int code,
        boolean isThrown,
        int handled,
        String errorText,
        Decoder rest) {
    /** From behind the first byte of its record. */
    static RecordedCall read(Decoder in) {
        int function = in.getInt();
        if (function == RecordingBinding.TIME) {
            return new RecordedCall(function, 0, new byte[0], 0, 0, false, 0, null, in);
        }
        long missing = in.getLong();
        byte[] arguments = in.getBytes(in.getInt());
        long sum = in.getLong();
        int code = in.getInt();
        boolean isThrown = in.getBoolean();
        int handled = code == 0 ? 0 : in.getInt();
        String text = code == 0 ? null : in.getText();
        return new RecordedCall(function, missing, arguments, sum, code, isThrown, handled, text, in);
    }
}
