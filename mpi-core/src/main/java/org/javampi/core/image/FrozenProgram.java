package org.javampi.core.image;

import java.io.IOException;
import org.javampi.continuations.objects.ObjectReader;
import org.javampi.continuations.objects.ObjectStore;

/** A program that does not help, as a rank's image needs it. Called by the rank's main thread, whose frames are objects. */
public interface FrozenProgram {
    /** A store that has walked over all of the program's objects. */
    ObjectStore store() throws IOException;

    /** What leads to them. */
    ProgramState state();

    /** What has to be known before an object of the program can be made: lines. */
    String classes();

    /**
     * Prepares the program's classes for what {@link #classes} has said in an earlier life.
     *
     * @return makes the objects
     * @throws OtherProgramException when the classes are not the same
     */
    ObjectReader revive(String classes);

    /** All objects are there again. */
    void revived(ProgramState state);
}
