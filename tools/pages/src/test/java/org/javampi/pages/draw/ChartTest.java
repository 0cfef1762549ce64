package org.javampi.pages.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartTest {
    @Test
    void shouldDrawEachCurveWithADotForEachPlace() throws Exception {
        Document svg = parsed(new Curves("a < b", "bytes", "us", Axis.Scale.BYTES, Axis.Scale.LOG10)
                .add(new Series("one").add(8, 1).add(64, 10))
                .add(new Series("two").add(8, 2).add(64, Double.NaN))
                .svg());
        assertEquals(2, svg.getElementsByTagName("polyline").getLength());
        assertEquals(3, svg.getElementsByTagName("circle").getLength());
        Element line = (Element) svg.getElementsByTagName("polyline").item(0);
        assertEquals("72.0,320.0 680.0,40.0", line.getAttribute("points"));
        assertEquals("a < b", svg.getElementsByTagName("title").item(0).getTextContent());
    }

    @Test
    void shouldSaySoWhenThereIsNothingToDraw() {
        assertTrue(new Curves("empty", "x", "y", Axis.Scale.LINEAR, Axis.Scale.LINEAR)
                .svg()
                .contains("no measurement"));
    }

    @Test
    void shouldDrawBarsFromZeroInTheirHeight() throws Exception {
        Document svg = parsed(
                new Bars("r", "ratio", "ours").group("8 B", 1).group("1 KiB", 2).svg());
        List<Element> bars = tipped(svg);
        assertEquals(2, bars.size());
        assertEquals("8 B, ours: 1", bars.get(0).getTextContent());
        assertEquals(140, height(bars.get(0)), 0.1);
        assertEquals(280, height(bars.get(1)), 0.1);
    }

    @Test
    void shouldLeaveAGapWhenAValueIsMissing() throws Exception {
        assertEquals(
                1,
                tipped(parsed(new Bars("r", "y", "a", "b")
                                .group("g", Double.NaN, 3)
                                .svg()))
                        .size());
    }

    @Test
    void shouldRefuseAGroupThatDoesNotFitTheNames() {
        assertEquals(
                "g: 1 values for 2 names",
                assertThrows(IllegalArgumentException.class, () -> new Bars("r", "y", "a", "b").group("g", 1))
                        .getMessage());
    }

    @Test
    void shouldKeepEverythingInOnePage() {
        String html = new Page("ours & theirs")
                .heading("h")
                .paragraph("a < b")
                .table(List.of("what", "us"), List.of(List.of("<x>", "1.5")))
                .chart(new Bars("r", "y", "a").group("g", 1).line(1))
                .html();
        assertTrue(html.contains("<h1>ours &amp; theirs</h1>"), html);
        assertTrue(html.contains("<td>&lt;x&gt;</td><td class=\"n\">1.5</td>"), html);
        assertFalse(html.contains("href") || html.contains("src="), html);
    }

    private static List<Element> tipped(Document svg) {
        var all = svg.getElementsByTagName("rect");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(e -> e.getElementsByTagName("title").getLength() == 1)
                .toList();
    }

    private static double height(Element bar) {
        return Double.parseDouble(bar.getAttribute("height"));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
