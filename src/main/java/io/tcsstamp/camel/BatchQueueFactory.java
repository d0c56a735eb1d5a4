package io.tcsstamp.camel;

import java.util.concurrent.BlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.BlockingQueueFactory;

/** Makes the queue of each destination, for {@code defaultQueueFactory} of the seda component. */
public class BatchQueueFactory implements BlockingQueueFactory<Exchange> {
    private int maxBytes = 16 << 20;

    @Override
    public BlockingQueue<Exchange> create() {
        return create(Integer.MAX_VALUE);
    }

    @Override
    public BlockingQueue<Exchange> create(int capacity) {
        return new BatchQueue(capacity, maxBytes);
    }

    /** How many bytes of lines a queue holds before whoever adds to it must wait. */
    public void setMaxBytes(int maxBytes) {
        this.maxBytes = maxBytes;
    }
}
