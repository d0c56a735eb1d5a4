package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.DataEncoding.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the order of bytes: the attribute byteOrder, by name or as the significances of the bytes,
 * and the ByteOrderList of XTCE 1.1. Only the two usual orders are known.
 */
final class ByteOrders {
    private static final int MAX_BYTES = 128;

    private ByteOrders() {}

    /**
     * The order of the bytes of an encoding.
     *
     * @param sizeInBits of the field, 0 where it is not known
     */
    static ByteOrder read(Scope scope, Element encoding, int sizeInBits) {
        Element list = encoding.child("ByteOrderList");
        String order = encoding.attribute("byteOrder");
        if (list != null) {
            return listed(scope, list, sizeInBits);
        }
        if (order == null) {
            return ByteOrder.MOST_SIGNIFICANT_FIRST;
        }
        return switch (order.strip()) {
            case "mostSignificantByteFirst" -> ByteOrder.MOST_SIGNIFICANT_FIRST;
            case "leastSignificantByteFirst" -> ByteOrder.LEAST_SIGNIFICANT_FIRST;
            default -> numbered(scope, encoding, order, sizeInBits);
        };
    }

    private static ByteOrder listed(Scope scope, Element list, int sizeInBits) {
        List<Long> significances = new ArrayList<>();
        for (Element at : list.children("Byte")) {
            significances.add(scope.requiredInteger(at, "byteSignificance", 0, MAX_BYTES));
        }
        return order(scope, list, significances, sizeInBits);
    }

    private static ByteOrder numbered(Scope scope, Element at, String order, int sizeInBits) {
        List<Long> significances = new ArrayList<>();
        for (String number : order.length() > 5 * MAX_BYTES ? new String[0] : order.split(",")) {
            Long significance = Numbers.longInteger(number);
            if (significance == null) {
                significances.clear();
                break;
            }
            significances.add(significance);
        }
        if (significances.isEmpty()) {
            scope.invalid(
                    at,
                    "byteOrder is "
                            + Scope.quoted(order)
                            + ", not mostSignificantByteFirst or leastSignificantByteFirst");
            return ByteOrder.MOST_SIGNIFICANT_FIRST;
        }
        return order(scope, at, significances, sizeInBits);
    }

    /** Significances in the order of the packet, 0 for the least significant byte. */
    private static ByteOrder order(Scope scope, Element at, List<Long> given, int sizeInBits) {
        boolean up = true;
        boolean down = true;
        for (int i = 0; i < given.size(); i++) {
            up &= given.get(i) == i;
            down &= given.get(i) == given.size() - 1 - i;
        }
        boolean whole = sizeInBits == 0 || (sizeInBits + 7) / 8 == given.size();
        if (!whole || given.isEmpty() || !up && !down) {
            scope.unsupported(
                    at,
                    "the byte order "
                            + Scope.quoted(given.toString())
                            + " is not supported: the significances of all bytes must rise or fall"
                            + " by one");
        }
        return down ? ByteOrder.MOST_SIGNIFICANT_FIRST : ByteOrder.LEAST_SIGNIFICANT_FIRST;
    }
}
