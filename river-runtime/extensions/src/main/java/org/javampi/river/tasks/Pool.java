package org.javampi.river.tasks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.javampi.river.farm.Crew;

/** Where tasks run: always in VMs that are started for them, so that a task can be killed and leaves nothing behind. */
public class Pool {
    /** VMs on this host; 0 for a child of each VM of the River that is free. */
    private final int local;

    private final boolean onePerHost;

    private Pool(int local, boolean onePerHost) {
        this.local = local;
        this.onePerHost = onePerHost;
    }

    /** Some VMs on this host. */
    public static Pool local(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("Pool.local(" + n + "): at least 1 VM is needed");
        }
        return new Pool(n, false);
    }

    /**
     * A VM beside each free one of this user's River, which starts it, and starts it anew when it was killed; where there
     * are none, one on this host for each core.
     */
    public static Pool river() {
        return new Pool(0, false);
    }

    /** This pool with one VM on each host. */
    public Pool onePerHost() {
        return new Pool(local, true);
    }

    /**
     * Starts the VMs.
     *
     * @param patience how long to look for VMs of the River
     * @param files a folder for temporary files of VMs on this host
     * @param jvmOptions of all VMs
     */
    void fill(Crew crew, Duration patience, Path files, List<String> jvmOptions) throws InterruptedException {
        int missing = local;
        if (local == 0 && crew.recruitKeepers(onePerHost, patience, jvmOptions) == 0) {
            missing = Runtime.getRuntime().availableProcessors();
        }
        if (missing > 0) {
            List<String> options = new ArrayList<>(jvmOptions);
            options.add("-Djava.io.tmpdir=" + files);
            crew.start(onePerHost ? 1 : missing, true, options);
        }
    }
}
