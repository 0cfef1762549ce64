package org.javampi.core.comm;

/** stub */
public final class CollectiveChannel {
    private final Communicator c; private final byte[] b = new byte[1];
    CollectiveChannel(Communicator c) { this.c = c; }
    /** dissemination */
    public void barrier() {
        org.javampi.core.datatype.Datatype t = org.javampi.core.datatype.Datatypes.of(org.javampi.Predefined.BYTE);
        for (int d = 1; d < c.size(); d *= 2) {
            var s = c.engine().startSend(c.collective(), (c.rank()+d)%c.size(), 0, b, 0, t, org.javampi.core.engine.SendRequest.Mode.STANDARD);
            c.engine().receive(c.collective(), (c.rank()-d+c.size())%c.size(), 0, b, 0, t, null);
            c.engine().await(s); c.engine().release(s);
        }
    }
}
