package org.javampi.job.vm;

import java.util.List;
import org.javampi.job.control.ControlConnection.Body;
import org.javampi.job.control.MessageKind;
import org.javampi.job.control.ScarceMemory;
import org.javampi.job.hang.RankLook;

/**
 * Answers what this VM's resources do, and says when one of them has waited for long. A thread of its own does so from
 * the first time on: neither a resource that waits nor what the agent says next must wait for it.
 */
final class Lookout {
    private final VirtualMachine machine;
    private final List<HostedRank> resources;
    private boolean running;
    private boolean waiting;

    /** The newest round that was asked for and not answered; 0 for none. */
    private int asked;

    Lookout(VirtualMachine machine, List<HostedRank> resources) {
        this.machine = machine;
        this.resources = resources;
    }

    synchronized void noteWaiting() {
        waiting = true;
        awake();
    }

    /** The agent asks. */
    synchronized void ask(int round) {
        asked = round;
        awake();
    }

    private void awake() {
        if (!running) {
            running = true;
            machine.daemon("river-lookout", this::serve);
        }
        notifyAll();
    }

    private void serve() {
        try {
            while (true) {
                int round;
                synchronized (this) {
                    while (!waiting && asked == 0) {
                        wait();
                    }
                    if (waiting) {
                        waiting = false;
                        round = 0;
                    } else {
                        round = asked;
                        asked = 0;
                    }
                }
                while (!hasServed(round)) {
                    ScarceMemory.pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Round 0: the ranks wait. False when there was no memory for the answer. */
    private boolean hasServed(int round) {
        try {
            if (round == 0) {
                machine.tell(MessageKind.WAITING, Body.EMPTY);
            } else {
                resources.forEach(resource -> tell(round, resource));
            }
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        } catch (LinkageError e) {
            // A class that found no memory when it was initialised cannot be used any more: this rank does not answer.
            return true;
        }
    }

    private void tell(int round, HostedRank resource) {
        var report = new RankLook(resource.rank(), thread -> isOf(resource, thread), false).look(resource.source());
        machine.tell(MessageKind.LOOKED, out -> {
            out.writeInt(round);
            report.write(out);
        });
    }

    /** Threads of no resource may act for each. */
    private boolean isOf(HostedRank resource, Thread thread) {
        return resource.owns(thread) || resources.stream().noneMatch(other -> other.owns(thread));
    }
}
