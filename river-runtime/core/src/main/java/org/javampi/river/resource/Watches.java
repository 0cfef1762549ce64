package org.javampi.river.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Peer;

/** Which resources here hear of the end of which others. */
final class Watches {
    private final ControlResource control;
    private final Directory directory;

    Watches(ControlResource control, Directory directory) {
        this.control = control;
        this.directory = directory;
    }

    /** Lets a resource here hear of the end of another one, wherever that lives. */
    void watch(LocalResource watcher, UUID target, boolean announce) throws InterruptedException {
        if (!watcher.watched.add(target) && !announce) {
            return;
        }
        UUID machine;
        try {
            machine = directory.locate(target);
        } catch (LostException e) {
            watcher.mailbox.lose(e, announce);
            return;
        }
        hear(watcher, target, machine, control.ask(machine, Map.of("ask", "watch", "resource", target)), announce);
    }

    /** Lets it hear of the end that {@code end} will tell. */
    void hear(LocalResource watcher, UUID target, UUID machine, CompletableFuture<RiverMessage> end, boolean announce) {
        if (announce) {
            watcher.announced.add(target);
        }
        end.whenComplete((obituary, failure) -> {
            if (obituary != null && obituary.has("vm")) {
                // Its last messages come from there: that VM says it behind them.
                Peer last = Freezer.peer(obituary.getBytes("vm"));
                directory.onHeard(target, last);
                hear(
                        watcher,
                        target,
                        last.machine(),
                        control.ask(last.machine(), Map.of("ask", "watch", "resource", target)),
                        announce);
            } else if (obituary != null) {
                boolean known = obituary.has("text");
                String why = obituary.getString(known ? "text" : "error");
                LostException loss = directory.lost(target, machine, why).noted();
                directory.onGone(target, loss);
                watcher.mailbox.lose(loss, announce && (!known || obituary.getBoolean("failed")));
            } else if (failure instanceof LostException lost) {
                String why = target.equals(machine)
                        ? lost.getMessage()
                        : "resource " + target + " is lost: " + lost.getMessage();
                watcher.mailbox.lose(new LostException(target, machine, why), announce);
            }
        });
    }

    /** What {@link #restore} needs on another VM. */
    List<Map<String, Object>> of(LocalResource watcher) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (UUID target : watcher.watched) {
            if (!watcher.mailbox.isAnnounced(target)) {
                Map<String, Object> watch = new LinkedHashMap<>();
                watch.put("resource", target);
                watch.put("announce", watcher.announced.contains(target));
                Peer peer = directory.lastPlace(target);
                if (peer != null) {
                    watch.put("vm", peer.encode());
                }
                all.add(watch);
            }
        }
        return all;
    }

    /** Lets a resource that has come here hear of what it has heard of before. */
    void restore(LocalResource watcher, List<?> watches) throws InterruptedException {
        for (Object one : watches) {
            Map<?, ?> watch = (Map<?, ?>) one;
            UUID target = (UUID) watch.get("resource");
            byte[] vm = (byte[]) watch.get("vm");
            if (vm != null) {
                directory.onHeard(target, Freezer.peer(vm));
            }
            watch(watcher, target, (Boolean) watch.get("announce"));
        }
    }
}
