package io.tcsstamp.bench;

/**
 * A part of the benchmark that could not be measured, or whose output was wrong; the message says
 * why.
 */
final class BenchException extends RuntimeException {
    BenchException(String message) {
        super(message);
    }
}
