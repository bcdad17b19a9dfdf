package dev.orrery.reports.run;

/** A folder that holds no finished run, or one this version cannot read. The message says what is wrong with which file. */
public final class RunFolderException extends Exception {
    private static final long serialVersionUID = 1;

    RunFolderException(String message) {
        super(message);
    }

    RunFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
