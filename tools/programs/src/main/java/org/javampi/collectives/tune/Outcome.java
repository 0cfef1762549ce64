package org.javampi.collectives.tune;

/** What a comparison says about the one that is not the built-in choice. */
enum Outcome {
    /** It takes at least a tenth less. */
    FASTER,
    /** Neither is a tenth faster. */
    LEVEL,
    /** The built-in choice takes at least a tenth less. */
    SLOWER,
    /** The times differ too much to say. */
    UNSTEADY
}
