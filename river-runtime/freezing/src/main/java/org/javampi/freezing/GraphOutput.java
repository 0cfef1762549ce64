package org.javampi.freezing;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.javampi.continuations.objects.StandIn;

/** A stream for a program's objects: what an {@link org.javampi.continuations.objects.ObjectStore} leaves to it, it writes. */
final class GraphOutput extends ObjectOutputStream {
    GraphOutput(OutputStream out) throws IOException {
        super(out);
        enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
        return object instanceof ByteBuffer buffer && !(object instanceof StandIn) ? new OwnMemory(buffer) : object;
    }
}
