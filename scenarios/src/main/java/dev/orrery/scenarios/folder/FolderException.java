package dev.orrery.scenarios.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A run folder that cannot be written or read. The message says in plain words which file and why. */
public final class FolderException extends Exception {
    private static final long serialVersionUID = 1;

    /** What POSIX systems say of a file where a folder should be. */
    private static final String NOT_A_FOLDER = "Not a directory";

    FolderException(String message) {
        super(message);
    }

    /**
     * What the file system said.
     *
     * @param what was tried, as {@code write}
     */
    public static FolderException of(String what, Path path, IOException cause) {
        FolderException exception = new FolderException("cannot " + what + " " + path + ": " + reason(cause));
        exception.initCause(cause);
        return exception;
    }

    /** What the file system said, somewhere in the causes of this. */
    static FolderException of(String what, Path path, RuntimeException failed) {
        IOException cause =
                failed.getCause() instanceof IOException known ? known : new IOException(failed.getMessage(), failed);
        return of(what, path, cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "a file is in the way";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason().equals(NOT_A_FOLDER) ? "a file is in the way" : system.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
