package io.tcsstamp.it;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openqa.selenium.By;

/** Hawtio 3.0 as an operator uses it: what is clicked where, and what is then to be read. */
final class HawtioPage {
    private static final String ROWS =
            "return [...document.querySelectorAll('main table tbody tr')]"
                    + ".map(row => [...row.querySelectorAll('td')]"
                    + ".map(cell => cell.innerText.trim()))";
    private static final String NODES =
            "return [...document.querySelectorAll('.react-flow__node')]"
                    + ".map(node => node.innerText.trim().split(/\\n+/))";

    private final Browser browser;
    private final String url;

    /**
     * @param url where it is, without a slash at the end
     */
    HawtioPage(Browser browser, String url) {
        this.browser = browser;
        this.url = url;
    }

    /** Opens what tells of routes; the list of all of them. */
    void routes() {
        browser.get(url + "/camel");
        camel("routes");
    }

    /** Leaves more room for what is selected. */
    void wide() {
        browser.click(By.id("vertical-nav-toggle"));
    }

    /** Selects a part of the tree of routes. */
    void camel(String name) {
        String folder = "org.apache.camel-folder-CamelContexts-folder-tcs-stamp-folder";
        String id = name.equals("routes") ? "-routes-folder" : "-routes-folder-" + name + "-folder";
        node(folder + id);
    }

    /** Opens what tells of MBeans, and one of the bridge's; such as {@code Sources/tcs}. */
    void bean(String name) {
        browser.get(url + "/jmx");
        // what is searched for is unfolded
        browser.type(By.id("input-search"), "io.tcsstamp");
        node("io.tcsstamp-folder-" + name.replace("/", "-folder-").replace(" ", ""));
    }

    private void node(String id) {
        browser.click(By.cssSelector("[id='" + id + "'] button.pf-c-tree-view__node-text"));
    }

    /** Turns to a tab of what is selected. */
    void tab(String name) {
        browser.click(
                By.xpath(
                        "//main//a[normalize-space()='"
                                + name
                                + "']"
                                + " | //main//button[normalize-space()='"
                                + name
                                + "']"));
    }

    /** Waits until the table on the page has as many rows as wished; returns their cells. */
    List<List<String>> rows(Predicate<List<List<String>>> wished) {
        return browser.until("a table", () -> listOfLists(ROWS), wished);
    }

    /** Waits until an attribute of the selected MBean is as wished; returns all of them. */
    Map<String, String> attributes(String name, Predicate<String> wished) {
        return browser.until(
                "the attribute " + name,
                this::attributes,
                all -> all.containsKey(name) && wished.test(all.get(name)));
    }

    private Map<String, String> attributes() {
        Map<String, String> all = new LinkedHashMap<>();
        for (List<String> row : listOfLists(ROWS)) {
            if (row.size() == 2) {
                all.put(row.get(0), row.get(1));
            }
        }
        return all;
    }

    /** Waits until the diagram is as wished: of each node its label and what went through it. */
    Map<String, Long> diagram(Predicate<Map<String, Long>> wished) {
        return browser.until("a diagram", this::diagram, wished);
    }

    /** What a node shows while its messages are not counted yet, or at all. */
    private static final long NOT_COUNTED = -1;

    /** A node shows the number of messages in it, that of all, and its label; or its label. */
    private Map<String, Long> diagram() {
        Map<String, Long> nodes = new LinkedHashMap<>();
        for (List<String> lines : listOfLists(NODES)) {
            int last = lines.size() - 1;
            nodes.put(
                    lines.get(last), last == 0 ? NOT_COUNTED : Long.parseLong(lines.get(last - 1)));
        }
        return nodes;
    }

    @SuppressWarnings("unchecked")
    private List<List<String>> listOfLists(String script) {
        return (List<List<String>>) browser.run(script);
    }

    /** Unfolds an operation of the selected MBean; true where it may be executed. */
    boolean unfold(String operation) {
        tab("Operations");
        browser.click(By.cssSelector("[aria-labelledby^='operation " + operation + " ']"));
        return browser.until(
                "the operation " + operation,
                () ->
                        (Boolean)
                                browser.run(
                                        "const b = document.querySelector(arguments[0]);"
                                                + "return b && b.offsetParent ? !b.disabled : null",
                                        button(operation)),
                answer -> answer != null);
    }

    /** Executes an operation that is unfolded; waits until the page tells a result like this. */
    void execute(String operation, String result) {
        browser.click(By.cssSelector(button(operation)));
        browser.awaitText(result);
    }

    private static String button(String operation) {
        return "[id='operation-execute-" + operation + "'] button.pf-m-primary";
    }

    /** Fills in the form and sends it. */
    void login(String name, String password) {
        browser.get(url + "/login");
        browser.type(By.id("pf-login-username-id"), name);
        browser.type(By.id("pf-login-password-id"), password);
        browser.click(By.cssSelector("button[type=submit]"));
    }

    /** Logs in and waits until the page tells the name. */
    void loggedIn(String name, String password) {
        login(name, password);
        browser.until("the name of who is logged in", this::user, name::equals);
    }

    /** The name that the page shows of who looks at it. */
    String user() {
        return (String)
                browser.run(
                        "return document.getElementById('hawtio-header-user-dropdown-toggle')"
                                + ".innerText.trim()");
    }
}
