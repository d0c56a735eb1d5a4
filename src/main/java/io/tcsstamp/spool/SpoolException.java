package io.tcsstamp.spool;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file of a spool could not be read or written. The message is for the operator. */
final class SpoolException extends Exception {
    private static final long serialVersionUID = 1L;

    static final int SQLITE_CORRUPT = 11;

    private static final int SQLITE_ERROR = 1;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_TOOBIG = 18;
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int SQLITE_MISMATCH = 20;
    private static final int SQLITE_NOTADB = 26;

    /** What the failure means for what comes next. */
    enum Kind {
        /** The content of the file is wrong. */
        DAMAGED,
        /** There is no room; what is in the file can be read. */
        FULL,
        /** Another program is writing to it; what is in the file can be read. */
        BUSY,
        /** It may not be written, or says of itself that it may not. */
        READ_ONLY,
        /** Anything else. */
        OTHER
    }

    private final Kind kind;

    SpoolException(String message, Kind kind, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** The content of the file is wrong. */
    static SpoolException damaged(String how) {
        return new SpoolException("it is damaged (" + how + ")", Kind.DAMAGED, null);
    }

    /** Says what SQLite found, and what the operator can do about it. */
    static SpoolException of(SQLException e) {
        // the lower byte of the code is the primary one: sqlite.org/rescode.html
        int code = e.getErrorCode() & 0xff;
        if (e instanceof SQLiteException known
                && known.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ) {
            // it ends within a page
            return damaged(e.getMessage());
        }
        return switch (code) {
            // every statement is right for a file as it should be: so the file is not
            case SQLITE_CORRUPT,
                    SQLITE_NOTADB,
                    SQLITE_ERROR,
                    SQLITE_TOOBIG,
                    SQLITE_CONSTRAINT,
                    SQLITE_MISMATCH ->
                    damaged(e.getMessage());
            case SQLITE_BUSY -> because("another program is writing to it; end that", Kind.BUSY, e);
            case SQLITE_FULL -> because("the disk is full; make room", Kind.FULL, e);
            case SQLITE_READONLY -> because("it is read-only; allow writing", Kind.READ_ONLY, e);
            case SQLITE_CANTOPEN ->
                    because(
                            "it cannot be opened; is its folder a folder that may be written, with"
                                    + " room?",
                            Kind.OTHER,
                            e);
            default -> because("is the disk full, or gone?", Kind.OTHER, e);
        };
    }

    private static SpoolException because(String advice, Kind kind, SQLException e) {
        return new SpoolException(advice + " (" + e.getMessage() + ")", kind, e);
    }

    Kind kind() {
        return kind;
    }
}
