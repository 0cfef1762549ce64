package org.javampi.mpirun;

import java.util.List;
import org.javampi.mpirun.commands.RiverCommand;

/** The command {@code river}. */
public final class River {
    private River() {}

    /** The command. */
    public static void main(String[] words) {
        Javampirun.refuseUnknownPlatform("river");
        int status = new RiverCommand(RuntimePath.own(), System.out, System.err).run(List.of(words));
        System.out.flush();
        System.exit(status);
    }
}
