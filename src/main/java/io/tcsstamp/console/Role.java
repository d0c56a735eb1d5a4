package io.tcsstamp.console;

import java.util.Locale;

/** What somebody may do at the console. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Looks, and runs operations. */
    ADMIN;

    /** The name that stands in files and options. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name; null for none. */
    public static Role of(String text) {
        for (Role role : values()) {
            if (role.text().equals(text)) {
                return role;
            }
        }
        return null;
    }
}
