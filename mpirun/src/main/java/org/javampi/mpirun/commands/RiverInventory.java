package org.javampi.mpirun.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.River;

/** The VMs that can be found, and the resources on them, by their names or what those begin with. */
final class RiverInventory {
    /** How long a resource has to come to a receive. */
    static final long FREEZE_MS = 60_000;

    private final River river;
    private final List<RiverVm> vms;

    RiverInventory(River river) throws IOException, InterruptedException {
        this.river = river;
        vms = river.discover();
    }

    /** A resource, and the VM that it lives on. */
    record Resident(RiverVm vm, UUID name, String type, UUID parent, int queued, boolean frozen, long seconds) {}

    /** All resources, VM by VM. */
    List<Resident> residents() throws InterruptedException {
        List<Resident> all = new ArrayList<>();
        for (RiverVm vm : vms) {
            try {
                for (Object one : river.ask(vm.id(), Map.of("ask", "resources")).getList("resources")) {
                    Map<?, ?> resource = (Map<?, ?>) one;
                    all.add(new Resident(
                            vm,
                            (UUID) resource.get("resource"),
                            (String) resource.get("class"),
                            (UUID) resource.get("parent"),
                            (Integer) resource.get("queued"),
                            (Boolean) resource.get("frozen"),
                            (Long) resource.get("seconds")));
                }
            } catch (LostException e) {
                // It was there a moment ago, and its resources are gone with it.
                continue;
            }
        }
        return all;
    }

    /** The one resource whose name begins so. */
    Resident resident(String name) throws InterruptedException {
        List<Resident> fitting = residents().stream()
                .filter(one -> one.name().toString().startsWith(name))
                .toList();
        if (fitting.size() != 1) {
            throw new LaunchFailure(
                    fitting.size() + " resources have a name that begins with " + name + "; 'river ps' lists all");
        }
        return fitting.get(0);
    }

    /** The one VM whose name begins so. */
    RiverVm vm(String name) {
        List<RiverVm> fitting =
                vms.stream().filter(one -> one.id().toString().startsWith(name)).toList();
        if (fitting.size() != 1) {
            throw new LaunchFailure(
                    fitting.size() + " VMs have a name that begins with " + name + "; 'river ls' lists all");
        }
        return fitting.get(0);
    }

    /** Any VM that waits for work. */
    RiverVm anyVm() {
        return vms.stream()
                .filter(vm -> vm.owner() == null)
                .findFirst()
                .orElseThrow(() -> new LaunchFailure("no VM waits for work; 'river vm' starts one"));
    }

    /** Asks a VM; what it refuses is a failure. */
    RiverMessage ask(RiverVm vm, Map<String, ?> question) throws InterruptedException {
        try {
            RiverMessage answer = river.ask(vm.id(), question);
            if (answer.has("error")) {
                throw new LaunchFailure(answer.getString("error"));
            }
            return answer;
        } catch (LostException e) {
            throw new LaunchFailure(e.getMessage(), e);
        }
    }
}
