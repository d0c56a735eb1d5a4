package io.tcsstamp.monitor.jmx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.ReflectionException;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenMBeanConstructorInfo;
import javax.management.openmbean.OpenMBeanInfoSupport;
import javax.management.openmbean.OpenMBeanOperationInfo;
import javax.management.openmbean.OpenMBeanOperationInfoSupport;
import javax.management.openmbean.OpenMBeanParameterInfo;
import javax.management.openmbean.OpenMBeanParameterInfoSupport;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/**
 * An MBean whose attributes and operations are listed with their descriptions. Attributes cannot be
 * written; operations take and give texts. What fails reaches the client as a class of the JDK's
 * with a message, and nothing that it could not load. Thread-safe where what it lists is.
 */
final class DescribedMBean implements DynamicMBean {
    private final MBeanInfo info;
    private final Map<String, Supplier<?>> attributes;
    private final Map<String, Operation> operations;

    private DescribedMBean(Builder builder) {
        this.attributes = Map.copyOf(builder.attributes);
        this.operations = Map.copyOf(builder.operations);
        this.info =
                new OpenMBeanInfoSupport(
                        DescribedMBean.class.getName(),
                        builder.description,
                        builder.attributeInfos.toArray(OpenMBeanAttributeInfo[]::new),
                        new OpenMBeanConstructorInfo[0],
                        builder.operationInfos.toArray(OpenMBeanOperationInfo[]::new),
                        null);
    }

    /** What an operation does. */
    @FunctionalInterface
    interface Operation {
        /**
         * Does it.
         *
         * @param arguments as many as the operation has parameters
         * @return what was done, in words
         */
        String run(String... arguments) throws RefusedException;
    }

    /** Begins one. */
    static Builder of(String description) {
        return new Builder(description);
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException {
        Supplier<?> attribute = name == null ? null : attributes.get(name);
        if (attribute == null) {
            throw new AttributeNotFoundException("there is no attribute " + name);
        }
        try {
            return attribute.get();
        } catch (RuntimeException e) {
            throw failure("cannot be told: " + e);
        }
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        AttributeList list = new AttributeList();
        for (String name : names) {
            try {
                list.add(new Attribute(name, getAttribute(name)));
            } catch (AttributeNotFoundException | MBeanException e) {
                // an attribute that is not in the answer could not be read, says the interface
                continue;
            }
        }
        return list;
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException("no attribute can be written");
    }

    @Override
    public AttributeList setAttributes(AttributeList list) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String name, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        int count = arguments == null ? 0 : arguments.length;
        Operation operation = operations.get(name + "/" + count);
        if (operation == null) {
            String message = "there is no operation " + name + " with " + count + " parameters";
            throw new ReflectionException(new NoSuchMethodException(message), message);
        }
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            if (!(arguments[i] instanceof String text)) {
                throw failure(name + ": parameter " + (i + 1) + " must be a text");
            }
            texts[i] = text;
        }
        try {
            return operation.run(texts);
        } catch (RefusedException e) {
            throw failure(e.getMessage());
        } catch (RuntimeException e) {
            throw failure(name + " failed: " + e);
        }
    }

    private static MBeanException failure(String message) {
        IllegalStateException cause = new IllegalStateException(message);
        cause.setStackTrace(new StackTraceElement[0]);
        return new MBeanException(cause, message);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return info;
    }

    /** Lists what an MBean has, in the order in which it is to be shown. Not thread-safe. */
    static final class Builder {
        private final String description;
        private final Map<String, Supplier<?>> attributes = new LinkedHashMap<>();
        private final Map<String, Operation> operations = new LinkedHashMap<>();
        private final List<OpenMBeanAttributeInfo> attributeInfos = new ArrayList<>();
        private final List<OpenMBeanOperationInfo> operationInfos = new ArrayList<>();

        private Builder(String description) {
            this.description = description;
        }

        Builder text(String name, String about, Supplier<String> value) {
            return attribute(name, about, SimpleType.STRING, value);
        }

        Builder number(String name, String about, Supplier<Long> value) {
            return attribute(name, about, SimpleType.LONG, value);
        }

        Builder flag(String name, String about, Supplier<Boolean> value) {
            return attribute(name, about, SimpleType.BOOLEAN, value);
        }

        Builder attribute(String name, String about, OpenType<?> type, Supplier<?> value) {
            attributes.put(name, value);
            attributeInfos.add(
                    new OpenMBeanAttributeInfoSupport(name, about, type, true, false, false));
            return this;
        }

        /** An operation without parameters that changes something. */
        Builder operation(String name, String about, Operation operation) {
            return operation(name, about, operation, new OpenMBeanParameterInfo[0]);
        }

        /** An operation with one parameter that changes something. */
        Builder operation(
                String name, String about, String parameter, String what, Operation operation) {
            return operation(
                    name,
                    about,
                    operation,
                    new OpenMBeanParameterInfoSupport(parameter, what, SimpleType.STRING));
        }

        private Builder operation(
                String name,
                String about,
                Operation operation,
                OpenMBeanParameterInfo... parameters) {
            operations.put(name + "/" + parameters.length, operation);
            operationInfos.add(
                    new OpenMBeanOperationInfoSupport(
                            name, about, parameters, SimpleType.STRING, MBeanOperationInfo.ACTION));
            return this;
        }

        DescribedMBean build() {
            return new DescribedMBean(this);
        }
    }
}
