package org.javampi.river.resource;

import java.util.Map;
import org.javampi.river.message.RiverMessage;

/**
 * Answers requests to a resource while that one does something else: {@link River#serve} registers
 * it, {@link River#request} asks it. Requests run at the same time, each in a thread of the resource.
 */
@FunctionalInterface
public interface Service {
    /**
     * Answers one request.
     *
     * @return the answer's attributes
     * @throws Exception anything: the request fails with its text
     */
    Map<String, ?> answer(RiverMessage request) throws Exception;
}
