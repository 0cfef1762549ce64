package org.javampi.river.resource;

/** A resource could not be brought to life on a VM; the message says where and why. */
public final class DeploymentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeploymentException(String message) {
        super(message);
    }

    DeploymentException(String message, Throwable cause) {
        super(message, cause);
    }
}
