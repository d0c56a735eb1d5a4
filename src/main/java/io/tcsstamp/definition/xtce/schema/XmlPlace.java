package io.tcsstamp.definition.xtce.schema;

import javax.xml.stream.Location;

/** A place as StAX wants it, from one of {@link TagPositions}. */
record XmlPlace(long position) implements Location {
    @Override
    public int getLineNumber() {
        return TagPositions.line(position);
    }

    @Override
    public int getColumnNumber() {
        return TagPositions.column(position);
    }

    @Override
    public int getCharacterOffset() {
        return -1;
    }

    @Override
    public String getPublicId() {
        return null;
    }

    @Override
    public String getSystemId() {
        return null;
    }
}
