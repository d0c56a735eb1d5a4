package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteDumpTest {
    @Test
    void namesThatSomeoneGaveAreMarked() {
        assertThat(
                        RouteDump.forDiagram(
                                """
                                <route id="tcs"><from id="from6" uri="a"/>
                                <to id="tcs-unmarshal" uri="b"/><to id="to3" uri="c"/>
                                <process id="to4" ref="d"/></route>\
                                """))
                .isEqualTo(
                        """
                        <route id="tcs"><from id="from6" uri="a"/>
                        <to customId="true" id="tcs-unmarshal" uri="b"/><to id="to3" uri="c"/>
                        <process customId="true" id="to4" ref="d"/></route>\
                        """);
    }

    @Test
    void whatIsNotOnTheWayOfAMessageBecomesAComment() {
        String dump =
                """
                <route id="r">
                <errorHandler><noErrorHandler/></errorHandler>
                <from id="from1" uri="a"/>
                <onException id="onException1"><process id="p" ref="$1 \\\\--"/></onException>
                <to id="t" uri="b"/></route>\
                """;

        String drawn = RouteDump.forDiagram(dump);

        assertThat(drawn)
                .contains("<!-- <errorHandler><noErrorHandler/></errorHandler> -->")
                .contains("ref=\"$1 \\\\- -\"/></onException> -->");
        assertThat(drawn.replaceAll("(?s)<!--.*?-->", ""))
                .doesNotContain("onException")
                .doesNotContain("errorHandler")
                .contains("<to customId=\"true\" id=\"t\" uri=\"b\"/>");
    }

    @Test
    void anEmptyErrorHandlerEndsWhereItEnds() {
        assertThat(
                        RouteDump.forDiagram(
                                "<errorHandler/><from id=\"from1\"/><onException"
                                        + "></onException>"))
                .isEqualTo(
                        "<!-- <errorHandler/> --><from id=\"from1\"/>"
                                + "<!-- <onException></onException> -->");
    }
}
