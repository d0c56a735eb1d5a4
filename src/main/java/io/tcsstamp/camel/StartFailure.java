package io.tcsstamp.camel;

/** Says in one line why Camel did not start. Stateless. */
final class StartFailure {
    private static final int LONGEST = 500;

    private StartFailure() {}

    /** The innermost message with its type, and where Camel says so the route or file. */
    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++, at = at.getCause()) {
            String message = String.valueOf(at.getMessage()).lines().findFirst().orElse("");
            // wrappers repeat the message of what they wrap
            if (at.getCause() == null || !message.contains(String.valueOf(at.getCause()))) {
                text.append(text.isEmpty() ? "" : ": ").append(message);
            }
        }
        text.append("; look into routes and application.properties");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text.toString();
    }
}
