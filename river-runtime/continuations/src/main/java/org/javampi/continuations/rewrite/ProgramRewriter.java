package org.javampi.continuations.rewrite;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.javampi.continuations.Obstacle;
import org.javampi.continuations.Sites;

/**
 * Rewrites the classes of one program, so that a thread of it can be frozen in the calls that {@link FreezeCalls}
 * names. Classes that reach none of them stay as they are. Any thread.
 */
public final class ProgramRewriter {
    private final Reach reach;
    private final Sites sites = new Sites();
    private final Map<String, List<Obstacle>> obstacles = new ConcurrentHashMap<>();

    /** Looks at the whole program: which of its methods reach a call that may freeze. */
    public ProgramRewriter(ProgramClasses program, FreezeCalls freezes) {
        this.reach = new Reach(program, freezes);
    }

    /**
     * Rewrites a class.
     *
     * @param name internal name
     * @param bytes its class file
     * @return the class file to define; the same array if the class has nothing to be rewritten
     */
    public byte[] rewrite(String name, byte[] bytes) {
        RewrittenClass rewritten;
        synchronized (reach) {
            rewritten = new RewrittenClass(bytes, reach);
        }
        rewritten.sites().forEach(sites::add);
        obstacles.put(name, rewritten.obstacles());
        return rewritten.bytes();
    }

    /** Where the classes that were rewritten so far may be frozen. */
    public Sites sites() {
        return sites;
    }

    /** The methods that could not be rewritten, of the classes seen so far. */
    public List<Obstacle> obstacles() {
        return obstacles.values().stream().flatMap(List::stream).toList();
    }
}
