package org.javampi.continuations;

/**
 * A place where a program cannot be frozen, or where it loses what it holds.
 *
 * @param owner the class, as {@code a.b.C$D}
 * @param method the method's name
 * @param line the line of the source, or 0 or less if the class file does not say
 * @param reason what cannot be done there
 * @param remedy what to change
 */
public record Obstacle(String owner, String method, int line, String reason, String remedy) {
    /** Where it is, as {@code Prog.main (line 7)}. */
    public String place() {
        return owner + "." + method + (line > 0 ? " (line " + line + ")" : "");
    }

    @Override
    public String toString() {
        return place() + ": " + reason + "; " + remedy;
    }
}
