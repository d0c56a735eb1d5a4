package io.tcsstamp.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.xtce.XtceReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionChangesTest {
    private static final String TEXT =
            """
            <SpaceSystem name="S" xmlns="http://www.omg.org/spec/XTCE/20180204">
              <TelemetryMetaData>
                <ParameterTypeSet>
                  <IntegerParameterType name="T" signed="false">
                    <IntegerDataEncoding sizeInBits="8"/>
                  </IntegerParameterType>
                </ParameterTypeSet>
                <ParameterSet>
                  <Parameter name="A" parameterTypeRef="T"/>
                  <Parameter name="B" parameterTypeRef="T"/>
                </ParameterSet>
                <ContainerSet>
                  <SequenceContainer name="C"><EntryList>
                    <ParameterRefEntry parameterRef="A"/>
                    <ParameterRefEntry parameterRef="B"/>
                  </EntryList></SequenceContainer>
                </ContainerSet>
              </TelemetryMetaData>
            </SpaceSystem>
            """;

    private static DefinitionChanges changes(String from, String to) throws DefinitionException {
        return DefinitionChanges.between(
                List.of(XtceReader.read(from, "from.xml")), List.of(XtceReader.read(to, "to.xml")));
    }

    @Test
    void theSameAtAnotherPlaceIsNoChange() throws DefinitionException {
        assertThat(changes(TEXT, "\n" + TEXT.replace("><", ">\n<")).isEmpty()).isTrue();
        assertThat(changes(TEXT, TEXT)).hasToString("nothing that counts has changed");
    }

    @Test
    void tellsWhatIsNewAndWhatIsGone() throws DefinitionException {
        DefinitionChanges changes = changes(TEXT, TEXT.replace("\"B\"", "\"D\""));

        assertThat(changes.parameters().added()).containsExactly("/S/D");
        assertThat(changes.parameters().removed()).containsExactly("/S/B");
        assertThat(changes.containers().changed()).containsExactly("/S/C");
        assertThat(changes)
                .hasToString(
                        "containers: 1 changed (/S/C); parameters: 1 added (/S/D), 1 removed"
                                + " (/S/B)");
    }

    @Test
    void aParameterWhoseTypeIsOtherwiseHasChanged() throws DefinitionException {
        DefinitionChanges changes = changes(TEXT, TEXT.replace("\"8\"", "\"16\""));

        assertThat(changes.parameters().changed()).containsExactly("/S/A", "/S/B");
        assertThat(changes.containers().isEmpty()).isTrue();
    }
}
