package io.tcsstamp.camel;

import io.tcsstamp.packet.CcsdsPackets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Packets for tests, and the definition of them. */
final class PacketStreams {
    /** The application process identifier of {@link #housekeeping}. */
    static final int HOUSEKEEPING = 11;

    /** The application process identifier of {@link #status}. */
    static final int STATUS = 12;

    /** 2021-01-08 in days since 1958-01-01. */
    private static final int DAY = 23_018;

    private PacketStreams() {}

    /** A packet with four values: a counter, a temperature in halves, a mode and a voltage. */
    static byte[] housekeeping(int sequence, int counter, int halves, int mode, float volts) {
        ByteBuffer data = ByteBuffer.allocate(8 + 11);
        data.putShort((short) DAY).putInt(1000 * (counter % 86_400)).putShort((short) 250);
        data.putInt(counter).putShort((short) halves).put((byte) mode).putFloat(volts);
        return CcsdsPackets.create(
                0, 0, 1, HOUSEKEEPING, 3, Math.floorMod(sequence, 1 << 14), data.array());
    }

    /** The same of which only the counter matters. */
    static byte[] housekeeping(int counter) {
        return housekeeping(counter, counter, 215, 1, 1.5f);
    }

    /** So many housekeeping packets with counters from a first one on. */
    static byte[] housekeepings(int first, int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(count * 25);
        IntStream.range(first, first + count).forEach(i -> all.writeBytes(housekeeping(i)));
        return all.toByteArray();
    }

    /** A packet with a text of eight bytes. */
    static byte[] status(int sequence, String text) {
        byte[] data = new byte[8];
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, data, 0, bytes.length);
        return CcsdsPackets.create(STATUS, sequence, data);
    }

    static byte[] all(byte[]... packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            all.writeBytes(packet);
        }
        return all.toByteArray();
    }

    /** Writes the definition of these packets. */
    static Path definition(Path folder) {
        return write(folder.resolve("packets.xml"), definition());
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The definition of these packets. */
    static String definition() {
        String header =
                IntStream.of(3, 1, 1, 11, 2, 14, 16)
                        .distinct()
                        .mapToObj(bits -> integer("U" + bits, bits, "unsigned", ""))
                        .collect(Collectors.joining());
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <SpaceSystem name="Test" xmlns="http://www.omg.org/spec/XTCE/20180204">
          <TelemetryMetaData>
            <ParameterTypeSet>
        """
                + header
                + integer("U8", 8, "unsigned", "")
                + integer("U32", 32, "unsigned", "")
                + integer("S16", 16, "twosComplement", "")
                + """
                      <FloatParameterType name="Halves">
                        <IntegerDataEncoding sizeInBits="16" encoding="twosComplement">
                          <DefaultCalibrator><PolynomialCalibrator>
                            <Term coefficient="0.5" exponent="1"/>
                          </PolynomialCalibrator></DefaultCalibrator>
                        </IntegerDataEncoding>
                      </FloatParameterType>
                      <FloatParameterType name="Float"><FloatDataEncoding sizeInBits="32"/></FloatParameterType>
                      <EnumeratedParameterType name="Mode">
                        <IntegerDataEncoding sizeInBits="8" encoding="unsigned"/>
                        <EnumerationList>
                          <Enumeration value="0" label="OFF"/><Enumeration value="1" label="ON"/>
                        </EnumerationList>
                      </EnumeratedParameterType>
                      <StringParameterType name="Text8">
                        <StringDataEncoding>
                          <SizeInBits><Fixed><FixedValue>64</FixedValue></Fixed></SizeInBits>
                        </StringDataEncoding>
                      </StringParameterType>
                    </ParameterTypeSet>
                    <ParameterSet>
                      <Parameter name="VERSION" parameterTypeRef="U3"/>
                      <Parameter name="TYPE" parameterTypeRef="U1"/>
                      <Parameter name="SEC_HDR_FLG" parameterTypeRef="U1"/>
                      <Parameter name="PKT_APID" parameterTypeRef="U11"/>
                      <Parameter name="SEQ_FLGS" parameterTypeRef="U2"/>
                      <Parameter name="SRC_SEQ_CTR" parameterTypeRef="U14"/>
                      <Parameter name="PKT_LEN" parameterTypeRef="U16"/>
                      <Parameter name="DAY" parameterTypeRef="U16"/>
                      <Parameter name="MSEC" parameterTypeRef="U32"/>
                      <Parameter name="USEC" parameterTypeRef="U16"/>
                      <Parameter name="COUNTER" parameterTypeRef="U32"/>
                      <Parameter name="TEMPERATURE" parameterTypeRef="Halves"/>
                      <Parameter name="MODE" parameterTypeRef="Mode"/>
                      <Parameter name="VOLTAGE" parameterTypeRef="Float"/>
                      <Parameter name="MESSAGE" parameterTypeRef="Text8"/>
                    </ParameterSet>
                    <ContainerSet>
                      <SequenceContainer name="CCSDSPacket" abstract="true"><EntryList>
                        <ParameterRefEntry parameterRef="VERSION"/>
                        <ParameterRefEntry parameterRef="TYPE"/>
                        <ParameterRefEntry parameterRef="SEC_HDR_FLG"/>
                        <ParameterRefEntry parameterRef="PKT_APID"/>
                        <ParameterRefEntry parameterRef="SEQ_FLGS"/>
                        <ParameterRefEntry parameterRef="SRC_SEQ_CTR"/>
                        <ParameterRefEntry parameterRef="PKT_LEN"/>
                      </EntryList></SequenceContainer>
                      <SequenceContainer name="HOUSEKEEPING"><EntryList>
                        <ParameterRefEntry parameterRef="DAY"/>
                        <ParameterRefEntry parameterRef="MSEC"/>
                        <ParameterRefEntry parameterRef="USEC"/>
                        <ParameterRefEntry parameterRef="COUNTER"/>
                        <ParameterRefEntry parameterRef="TEMPERATURE"/>
                        <ParameterRefEntry parameterRef="MODE"/>
                        <ParameterRefEntry parameterRef="VOLTAGE"/>
                      </EntryList><BaseContainer containerRef="CCSDSPacket"><RestrictionCriteria>
                        <Comparison parameterRef="PKT_APID" value="11" useCalibratedValue="false"/>
                      </RestrictionCriteria></BaseContainer></SequenceContainer>
                      <SequenceContainer name="STATUS"><EntryList>
                        <ParameterRefEntry parameterRef="MESSAGE"/>
                      </EntryList><BaseContainer containerRef="CCSDSPacket"><RestrictionCriteria>
                        <Comparison parameterRef="PKT_APID" value="12" useCalibratedValue="false"/>
                      </RestrictionCriteria></BaseContainer></SequenceContainer>
                    </ContainerSet>
                  </TelemetryMetaData>
                </SpaceSystem>
                """;
    }

    private static String integer(String name, int bits, String encoding, String more) {
        return """
          <IntegerParameterType name="%s" signed="%s">
            <IntegerDataEncoding sizeInBits="%d" encoding="%s">%s</IntegerDataEncoding>
          </IntegerParameterType>
        """
                .formatted(name, !encoding.equals("unsigned"), bits, encoding, more);
    }
}
