package org.javampi.freezing;

import java.io.IOException;
import org.javampi.continuations.objects.Outside;
import org.javampi.river.resource.ResourceSite;

/** The VM around a resource: what is its own does not move. */
record SiteOutside(ResourceSite site) implements Outside {
    @Override
    public boolean isWritten(Object object) {
        return false;
    }

    @Override
    public String nameOf(Object object) {
        return site.nameOf(object);
    }

    @Override
    public Object find(String name) {
        return site.find(name);
    }

    @Override
    public String refusal(Object object) {
        return site.refusal(object);
    }

    @Override
    public IOException unsavable(String text) {
        return new IOException(text);
    }
}
