package org.javampi.mpirun.launch;

import java.io.IOException;
import java.util.UUID;
import org.javampi.job.JobFiles;
import org.javampi.job.JobHold;
import org.javampi.mpirun.failure.LaunchFailure;

/** The files that a launcher keeps for its job, from the first that is made to the job's end. */
public final class KeptFiles implements AutoCloseable {
    /** Taken before the job's first file is made; null as long as there is none. */
    private JobHold hold;

    private UUID job;

    /**
     * Says that this launcher keeps files of {@code job}: who finds it gone removes them.
     *
     * @return false if it has said so before
     */
    boolean hold(UUID ofJob) {
        if (hold != null) {
            return false;
        }
        try {
            hold = JobFiles.hold(ofJob);
            job = ofJob;
            return true;
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** The hold on them, of nothing if there are none. */
    JobHold current() {
        return hold == null ? JobHold.none() : hold;
    }

    /** Removes them. */
    @Override
    public void close() {
        if (hold == null) {
            return;
        }
        JobFiles.remove(job);
        try {
            hold.close();
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** What is said when they cannot be kept. */
    static LaunchFailure cannotKeep(IOException e) {
        return new LaunchFailure(
                "cannot keep the job's files in " + System.getProperty("java.io.tmpdir") + ": " + e.getMessage()
                        + "; TMPDIR names another directory for them",
                e);
    }
}
