package org.javampi.river.resource;

/** What a resource has of the VM that it lives on, and finds anew on another one. */
public final class ResourceSite {
    private static final String RIVER = "river";
    private static final String PLACE = "place";

    private final River river;
    private final LocalResource place;

    ResourceSite(River river, LocalResource place) {
        this.river = river;
        this.place = place;
    }

    /** The name of an object that each VM has one of, or each resource; null for all others. */
    public String nameOf(Object object) {
        if (object == river) {
            return RIVER;
        }
        return object == place ? PLACE : null;
    }

    /** The object of that name here. */
    public Object find(String name) {
        return switch (name) {
            case RIVER -> river;
            case PLACE -> place;
            default -> throw new IllegalStateException("no resource has a " + name);
        };
    }

    /** Why an object of River cannot go to another VM, with the remedy; null if nothing is known against it. */
    public String refusal(Object object) {
        if (object instanceof LocalResource other) {
            return other.describe() + " lives on this VM, too, and is not moved with it: keep its name() instead";
        } else if (object instanceof River) {
            return "another River of this process: use river()";
        } else if (object instanceof Allocation) {
            return "a lease of VMs, which belongs to this VM: give it back before";
        }
        return null;
    }
}
