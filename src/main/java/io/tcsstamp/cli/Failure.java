package io.tcsstamp.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Tells what could not be read or written. Stateless. */
final class Failure {
    private Failure() {}

    /** Tells it in one line; returns the exit code. */
    static int tell(IOException failure, PrintWriter err) {
        err.println("tcs-stamp: " + text(failure));
        err.flush();
        return 1;
    }

    /** What to say: the JDK's own messages of files are just their names. */
    static String text(IOException failure) {
        if (failure instanceof NoSuchFileException e) {
            return e.getFile() + " does not exist";
        }
        if (failure instanceof AccessDeniedException e) {
            return e.getFile() + " may not be read or written";
        }
        String why = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        return failure instanceof FileSystemException || failure.getClass() == IOException.class
                ? why
                : failure.getClass().getSimpleName() + ": " + why;
    }
}
