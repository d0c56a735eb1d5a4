package io.tcsstamp.console;

import java.util.List;
import java.util.Map;

/** What Hawtio's pages ask before they offer an operation. */
public interface ConsoleSecurityMBean {
    /** Whether anything of an MBean may be asked for. */
    boolean canInvoke(String objectName);

    /** Whether an operation may be run. */
    boolean canInvoke(String objectName, String methodName);

    /** Whether an operation with these types of arguments may be run. */
    boolean canInvoke(String objectName, String methodName, String[] argumentTypes);

    /** The same for many MBeans: by name and operation an object with {@code CanInvoke}. */
    Map<String, Map<String, Map<String, Object>>> canInvoke(Map<String, List<String>> operations);
}
