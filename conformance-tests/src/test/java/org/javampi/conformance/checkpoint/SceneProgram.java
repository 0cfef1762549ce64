package org.javampi.conformance.checkpoint;

/** One {@link Scene}, named by the argument, in processes of its own. */
public final class SceneProgram {
    private SceneProgram() {}

    /** Plays it as one rank. */
    public static void main(String[] args) {
        Scene.valueOf(args[0]).play();
    }
}
