package io.tcsstamp.console;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Tells the pages which operations whoever asks may run, so that they do not offer the others: the
 * role stands with the thread that asks. It grants nothing. Thread-safe.
 */
final class ConsoleSecurity implements ConsoleSecurityMBean, AutoCloseable {
    static final String DOMAIN = "io.tcsstamp.console";

    private static final ThreadLocal<Role> ROLE = new ThreadLocal<>();

    private final ObjectName name;

    private ConsoleSecurity(ObjectName name) {
        this.name = name;
    }

    /** Registers one for the console at a port; pages find it by its type and area. */
    static ConsoleSecurity register(int port) throws JMException {
        ObjectName name =
                new ObjectName(
                        DOMAIN + ":type=security,area=jmx,name=ConsoleSecurity,port=" + port);
        ConsoleSecurity security = new ConsoleSecurity(name);
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(new StandardMBean(security, ConsoleSecurityMBean.class), name);
        return security;
    }

    ObjectName name() {
        return name;
    }

    /** Notes on whose behalf this thread asks; null for nobody. */
    static void act(Role role) {
        if (role == null) {
            ROLE.remove();
        } else {
            ROLE.set(role);
        }
    }

    @Override
    public boolean canInvoke(String objectName) {
        ObjectName asked = parse(objectName);
        return asked != null && JolokiaRules.DOMAINS.contains(asked.getDomain());
    }

    @Override
    public boolean canInvoke(String objectName, String methodName) {
        ObjectName asked = parse(objectName);
        int at = methodName.indexOf('(');
        String operation = at < 0 ? methodName : methodName.substring(0, at);
        return asked != null
                && (at < 0
                        || methodName.endsWith("()")
                        || !JolokiaRules.RESOLVING.contains(operation))
                && JolokiaRules.ofOperation(ROLE.get(), asked, operation, name) == null;
    }

    @Override
    public boolean canInvoke(String objectName, String methodName, String[] argumentTypes) {
        return canInvoke(objectName, methodName);
    }

    @Override
    public Map<String, Map<String, Map<String, Object>>> canInvoke(
            Map<String, List<String>> operations) {
        Map<String, Map<String, Map<String, Object>>> told = new LinkedHashMap<>();
        operations.forEach(
                (mbean, methods) -> {
                    Map<String, Map<String, Object>> ofMBean = new LinkedHashMap<>();
                    for (String method : methods) {
                        ofMBean.put(
                                method,
                                Map.of(
                                        "ObjectName",
                                        mbean,
                                        "Method",
                                        method,
                                        "CanInvoke",
                                        canInvoke(mbean, method)));
                    }
                    told.put(mbean, ofMBean);
                });
        return told;
    }

    private static ObjectName parse(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            return null;
        }
    }

    @Override
    public void close() throws JMException {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
    }
}
