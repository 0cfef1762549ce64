package org.javampi.core.comm;

import java.io.Serializable;
import org.javampi.MPIX;
import org.javampi.core.failure.MpiFailure;

/**
 * Which communication a program may begin on a communicator, and who says so. A communicator without one allows all.
 *
 * @param allowed bits of {@link MPIX#MPIX_COLLECTIVE_ONLY} and {@link MPIX#MPIX_POINT_TO_POINT_ONLY}
 * @param reason for the message of a refusal
 */
public record Restriction(int allowed, String reason) implements Serializable {
    /** What {@link MPIX#MPIX_Comm_restrict} says; null when it allows all. */
    public static Restriction ofProgram(int allowed) {
        String name =
                switch (allowed) {
                    case MPIX.MPIX_NONE -> "MPIX_NONE";
                    case MPIX.MPIX_COLLECTIVE_ONLY -> "MPIX_COLLECTIVE_ONLY";
                    case MPIX.MPIX_POINT_TO_POINT_ONLY -> "MPIX_POINT_TO_POINT_ONLY";
                    default -> "MPIX_ALL";
                };
        return allowed == MPIX.MPIX_ALL
                ? null
                : new Restriction(
                        allowed,
                        "the program has called MPIX_Comm_restrict with " + name
                                + "; MPIX_ALL allows all communication again");
    }

    /** A program that may not communicate at all. */
    public static Restriction none(String reason) {
        return new Restriction(MPIX.MPIX_NONE, reason);
    }

    void checkMessages(Communicator communicator) {
        check(MPIX.MPIX_POINT_TO_POINT_ONLY, "messages between two ranks", communicator);
    }

    void checkCollectives(Communicator communicator) {
        check(MPIX.MPIX_COLLECTIVE_ONLY, "collectives", communicator);
    }

    private void check(int needed, String what, Communicator communicator) {
        if ((allowed & needed) == 0) {
            throw MpiFailure.ofRestriction(what + " are not allowed on " + communicator + " now: " + reason);
        }
    }
}
