package org.javampi.river.resource;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * How a resource has ended.
 *
 * @param failed whether that was a failure: its body has thrown, or its VM is gone
 * @param text why, for people
 * @param cause what its body has thrown, when it lived here
 */
record Ending(boolean failed, String text, Throwable cause) {
    static Ending inOrder() {
        return new Ending(false, "it has ended: its run() has returned", null);
    }

    static Ending onRequest(String why) {
        return new Ending(false, why, null);
    }

    static Ending unknown() {
        return new Ending(false, "it is not there, or no longer", null);
    }

    static Ending thrown(Throwable cause) {
        StringWriter stack = new StringWriter();
        cause.printStackTrace(new PrintWriter(stack, true));
        return new Ending(true, "it has failed: " + stack.toString().stripTrailing(), cause);
    }
}
