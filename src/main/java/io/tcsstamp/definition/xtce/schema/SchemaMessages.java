package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Makes problems of what the JDK's validator reports: without its codes and namespaces, and where
 * it reports a wrong value twice (what is wrong, then where) in one. Not thread-safe.
 */
final class SchemaMessages implements ErrorHandler {
    private static final Pattern CODE = Pattern.compile("((?:cvc|src|s4s|sch-props)[\\w.-]*): ");
    private static final Pattern NAMESPACE = Pattern.compile("\"[^\"]{1,300}\":");
    private static final Pattern BRACES = Pattern.compile("'\\{([^{}']*+)\\}'");

    /** Reports that say where the value of the report before them stands. */
    private static final Set<String> PLACES = Set.of("cvc-attribute.3", "cvc-type.3.1.3");

    private final String source;
    private final Findings findings;
    private SAXParseException pending;

    SchemaMessages(String source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    @Override
    public void warning(SAXParseException report) {
        error(report);
    }

    @Override
    public void fatalError(SAXParseException report) {
        error(report);
    }

    @Override
    public void error(SAXParseException report) {
        if (pending != null && PLACES.contains(code(report)) && samePlace(report)) {
            String what = plain(pending.getMessage());
            String where = plain(report.getMessage());
            pending = null;
            add(place(report), where + " " + what);
            return;
        }
        finish();
        pending = report;
    }

    private boolean samePlace(SAXParseException report) {
        return report.getLineNumber() == pending.getLineNumber()
                && report.getColumnNumber() == pending.getColumnNumber();
    }

    /** No report follows. */
    void finish() {
        if (pending == null) {
            return;
        }
        SAXParseException report = pending;
        pending = null;
        if (code(report).startsWith("cvc-elt.1")) {
            findings.add(
                    Problem.error(
                            XtceSchema.WRONG_NAMESPACE,
                            place(report),
                            "",
                            "the schema does not know the document's root element: is its"
                                    + " namespace that of the schema (for XTCE 1.2 xmlns=\""
                                    + XtceSchema.NAMESPACE
                                    + "\")?"));
        }
        findings.add(
                Problem.error(XtceSchema.INVALID, place(report), "", plain(report.getMessage())));
    }

    /** Something that the validator does not look at. */
    void add(SourceLocation place, String message) {
        finish();
        findings.add(Problem.error(XtceSchema.INVALID, place, "", message));
    }

    private SourceLocation place(SAXParseException report) {
        return report.getLineNumber() < 1
                ? SourceLocation.of(source)
                : new SourceLocation(
                        source, report.getLineNumber(), Math.max(1, report.getColumnNumber()));
    }

    private static String code(SAXParseException report) {
        Matcher code = CODE.matcher(String.valueOf(report.getMessage()));
        return code.lookingAt() ? code.group(1) : "";
    }

    /** The validator's words without codes, and with names as the document has them. */
    static String plain(String message) {
        String text = String.valueOf(message);
        Matcher code = CODE.matcher(text);
        String words = code.lookingAt() ? text.substring(code.end()) : text;
        return BRACES.matcher(NAMESPACE.matcher(words).replaceAll("")).replaceAll("$1").strip();
    }
}
