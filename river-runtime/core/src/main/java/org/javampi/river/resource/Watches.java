package org.javampi.river.resource;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;

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
        end.whenComplete((obituary, failure) -> {
            if (obituary != null) {
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
}
