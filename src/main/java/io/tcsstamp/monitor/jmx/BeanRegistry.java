package io.tcsstamp.monitor.jmx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MBeans of one bridge in a server, in a domain of their own: {@code io.tcsstamp}, and {@code
 * io.tcsstamp-2} and so on for further bridges in the same process. Thread-safe.
 */
final class BeanRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BeanRegistry.class);
    private static final String DOMAIN = "io.tcsstamp";
    private static final int MOST_BRIDGES = 1000;

    private final MBeanServer server;
    private final String domain;
    private final List<ObjectName> single = new ArrayList<>();
    private final Map<String, Map<Object, ObjectName>> listed = new HashMap<>();
    private boolean closed;

    /**
     * Takes the first domain that is free by registering its first MBean.
     *
     * @throws IllegalStateException if that is not possible
     */
    BeanRegistry(MBeanServer server, String type, DescribedMBean first) {
        this.server = server;
        String free = null;
        for (int i = 1; free == null && i <= MOST_BRIDGES; i++) {
            String candidate = i == 1 ? DOMAIN : DOMAIN + "-" + i;
            ObjectName name = BeanNames.of(candidate, type);
            if (register(name, first)) {
                single.add(name);
                free = candidate;
            }
        }
        if (free == null) {
            throw new IllegalStateException("no domain " + DOMAIN + " is free");
        }
        this.domain = free;
    }

    private boolean register(ObjectName name, DescribedMBean bean) {
        try {
            server.registerMBean(bean, name);
            return true;
        } catch (InstanceAlreadyExistsException e) {
            return false;
        } catch (JMException e) {
            throw new IllegalStateException(name + " cannot be registered: " + e, e);
        }
    }

    /** Adds an MBean of which there is one. */
    synchronized void add(String type, DescribedMBean bean) {
        ObjectName name = BeanNames.of(domain, type);
        if (!closed && register(name, bean)) {
            single.add(name);
        }
    }

    /**
     * Makes the MBeans of a type those of the given objects: adds what is new, removes what is
     * gone.
     *
     * @param names of the objects
     */
    synchronized <T> void list(
            String type, Map<T, String> names, Function<T, DescribedMBean> beanOf) {
        if (closed) {
            return;
        }
        Map<Object, ObjectName> known = listed.computeIfAbsent(type, key -> new HashMap<>());
        Iterator<Map.Entry<Object, ObjectName>> entries = known.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Object, ObjectName> entry = entries.next();
            if (!names.containsKey(entry.getKey())) {
                unregister(entry.getValue());
                entries.remove();
            }
        }
        names.forEach(
                (object, name) -> {
                    if (!known.containsKey(object)) {
                        known.put(object, add(type, name, beanOf.apply(object)));
                    }
                });
    }

    private ObjectName add(String type, String name, DescribedMBean bean) {
        for (int number = 1; ; number++) {
            ObjectName objectName = BeanNames.of(domain, type, name, number);
            if (register(objectName, bean)) {
                return objectName;
            }
        }
    }

    private void unregister(ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            LOG.debug("{} was removed by somebody else", name, e);
        } catch (JMException e) {
            LOG.warn("{} cannot be removed: {}", name, e.toString());
        }
    }

    /** The domain of the names. */
    String domain() {
        return domain;
    }

    /** Removes them all. */
    @Override
    public synchronized void close() {
        closed = true;
        listed.values().forEach(names -> names.values().forEach(this::unregister));
        listed.clear();
        single.forEach(this::unregister);
        single.clear();
    }
}
