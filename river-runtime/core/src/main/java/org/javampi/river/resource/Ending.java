package org.javampi.river.resource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Peer;

/**
 * How a resource has ended.
 *
 * @param failed whether that was a failure: its body has thrown, or its VM is gone
 * @param text why, for people
 * @param cause what its body has thrown, when it lived here
 * @param elsewhere the VM that it has moved to, whose last messages may still be on the way; null when it lived here
 */
record Ending(boolean failed, String text, Throwable cause, Peer elsewhere) {
    Ending(boolean failed, String text, Throwable cause) {
        this(failed, text, cause, null);
    }

    /** What another VM is told of it. */
    Map<String, Object> obituary() {
        Map<String, Object> told = new HashMap<>(Map.of("failed", failed, "text", text));
        if (elsewhere != null) {
            told.put("vm", elsewhere.encode());
        }
        return told;
    }

    /**
     * How a resource has ended on the VM that it has moved to.
     *
     * @param obituary what that VM has told; null if it is gone
     */
    static Ending elsewhere(RiverMessage obituary, Throwable loss, Peer vm) {
        return obituary != null && obituary.has("text")
                ? new Ending(obituary.getBoolean("failed"), obituary.getString("text"), null, vm)
                : new Ending(true, loss == null ? "it is lost" : loss.getMessage(), null);
    }

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
