package org.javampi.continuations.programs;

import static org.javampi.continuations.Pause.at;
import static org.javampi.continuations.Pause.print;

/** A class that no other one names. */
public final class HiddenTask implements Runnable {
    /** For who knows the name. */
    public HiddenTask() {}

    @Override
    public void run() {
        print(at(1));
    }
}
