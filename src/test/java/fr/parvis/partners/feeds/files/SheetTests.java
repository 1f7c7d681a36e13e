package fr.parvis.partners.feeds.files;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.feeds.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as office software writes them, and as nobody should. */
class SheetTests {

    private static final String WORKBOOK = """
        <?xml version="1.0" encoding="UTF-8"?>DOCTYPE
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
          xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
        <office:body><office:spreadsheet><table:table table:name="Feuille1">ROWS</table:table>
        <table:table table:name="Autre"><table:table-row><table:table-cell><text:p>non</text:p></table:table-cell>
        </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>
        """;
    private static final String NAMES = row(words("numero"), words("solde"), words("date"));

    @ParameterizedTest
    @CsvSource({"UTF-8, ;", "windows-1252, ;", "ISO-8859-1, ','", "UTF-8, '\t'"})
    void encodingAndSeparatorAreFound(String charset, char separator) {
        var csv = "n°;élève\r\n1;\"Zoé; dite \"\"Z\"\"\"\r\n\r\n2;Noël".replace(';', separator);

        var rows = rows(csv.getBytes(Charset.forName(charset)));

        assertThat(rows).extracting(Row::line).containsExactly(2, 4);
        assertThat(rows.getFirst().content().path("élève").asString()).isEqualTo("Zoé" + separator + " dite \"Z\"");
        assertThat(rows.getLast().content().path("élève").asString()).isEqualTo("Noël");
    }

    @Test
    void aByteOrderMarkIsNotPartOfAName() {
        assertThat(rows("\ufeffa;b\n1;2").getFirst().content().path("a").asString())
                .isEqualTo("1");
    }

    @Test
    void aValueMayHaveSeveralLines() {
        var rows = rows("a;b\n1;\"x\ny\"\n2;z\n");

        assertThat(rows).extracting(Row::line).containsExactly(2, 4);
        assertThat(rows.getFirst().content().path("b").asString()).isEqualTo("x\ny");
    }

    @ParameterizedTest
    @CsvSource({"'1;\"x', bad-quotes", "'1;\"x\"y', bad-quotes", "1, wrong-columns", "1;2;3, wrong-columns"})
    void aLineThatIsBrokenCostsNoOther(String broken, String code) {
        var rows = rows("a;b\n0;x\n" + broken + "\n2;z\n3;t\n");

        assertThat(rows).extracting(Row::line).containsExactly(2, 3, 4, 5);
        assertThat(rows.get(1).fault())
                .isNotNull()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
        assertThat(rows.get(2).fault()).isNull();
        assertThat(rows.get(3).fault()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'', empty-file", "';;\n1;2;3', empty-file", "'a;a\n1;2', same-columns", "'\"a;b\n1;2', bad-header"})
    void aTableWithoutNamesIsExplained(String csv, String code) {
        assertThat(fault(csv.getBytes(StandardCharsets.UTF_8))).isEqualTo(code);
    }

    @Test
    void tenMegabytesAreRead() {
        var line = "1234567890;" + "x".repeat(88) + "\n";

        assertThat(rows("a;b\n" + line.repeat(105_000))).hasSize(105_000);
    }

    @Test
    void moreLinesThanAnyTableHasAreRefused() {
        assertThat(fault(("a\n" + "1\n".repeat(Sheet.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("too-many-rows");
    }

    @Test
    void aWorkbookGivesWhatItsCellsHold() throws IOException {
        var rows = rows(workbook(
                "",
                NAMES
                        + row(
                                words("INS-1"),
                                "<table:table-cell office:value-type=\"currency\" office:value=\"12.4\"><text:p>12,40"
                                        + " €</text:p></table:table-cell>",
                                "<table:table-cell office:value-type=\"date\""
                                        + " office:date-value=\"2026-12-04\"><text:p>4 déc.</text:p></table:table-cell>")
                        + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
                        + row(words("INS-2"), "<table:table-cell table:number-columns-repeated=\"16382\"/>")
                        + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell"
                        + " table:number-columns-repeated=\"16384\"/></table:table-row>"));

        assertThat(rows).extracting(Row::line).containsExactly(2, 5);
        assertThat(rows.getFirst().content().toString())
                .isEqualTo("{\"numero\":\"INS-1\",\"solde\":\"12.4\",\"date\":\"2026-12-04\"}");
        assertThat(rows.getLast().content().path("solde").asString()).isEmpty();
    }

    @Test
    void aWorkbookFetchesNothingAndExpandsNothing() throws IOException {
        var file = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        var laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY e \"&a;&a;&a;\">]>";

        for (var doctype : List.of(file, laughs)) {
            var outcome = Sheet.read(workbook(doctype, NAMES + row(words("&e;"), words("1"), words("2"))));
            assertThat(outcome).isInstanceOf(Sheet.Outcome.Unreadable.class);
        }
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsLeft() throws IOException {
        assertThat(fault(zip("content.xml", IntStream.range(0, 120).mapToObj(i -> new byte[1_000_000]))))
                .isEqualTo("not-a-workbook");
        assertThat(fault(workbook(
                        "",
                        NAMES + "<table:table-row table:number-rows-repeated=\"1048576\">" + words("INS-1")
                                + "</table:table-row>")))
                .isEqualTo("too-many-rows");
    }

    @Test
    void aFewBytesThatUnpackToMillionsOfCellsAreRefused() throws IOException {
        var wide = "<table:table-row table:number-rows-repeated=\"199999\"><table:table-cell"
                + " table:number-columns-repeated=\"200\"><text:p>x</text:p></table:table-cell></table:table-row>";
        var tall = row(words("x".repeat(10_000)))
                .replace("<table:table-row>", "<table:table-row" + " table:number-rows-repeated=\"199999\">");

        assertThat(fault(workbook("", wideNames() + wide))).isEqualTo("too-many-cells");
        assertThat(fault(workbook("", NAMES + tall))).isEqualTo("too-many-cells");
    }

    @Test
    void columnsThatNobodyReadsCostNothing() throws IOException {
        var csv = wideCsv();
        assertThat(fault(csv)).isEqualTo("too-many-cells");

        assertThat(Sheet.read(csv, "c7"::equals)).isInstanceOfSatisfying(Sheet.Outcome.Read.class, read -> {
            assertThat(read.sheet().columns()).hasSize(200);
            assertThat(read.sheet().rows()).hasSize(20_000);
            assertThat(read.sheet().rows().getLast().content()).hasToString("{\"c7\":\"x\"}");
            assertThat(read.sheet().rows().getLast().fault()).isNull();
        });
    }

    private static byte[] wideCsv() {
        var names = IntStream.range(0, 200).mapToObj(i -> "c" + i).collect(Collectors.joining(";"));
        return (names + "\n" + ("x" + ";x".repeat(199) + "\n").repeat(20_000)).getBytes(StandardCharsets.UTF_8);
    }

    private static String wideNames() {
        return row(IntStream.range(0, 200).mapToObj(i -> words("c" + i)).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"PK, not-a-workbook", "PKabcdefgh, not-a-workbook"})
    void whatIsNoWorkbookIsExplained(String content, String code) {
        assertThat(fault(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(code);
    }

    @Test
    void whatIsNoTextIsExplained() {
        assertThat(fault(new byte[] {'%', 'P', 'D', 'F', 0, 1, 2})).isEqualTo("not-a-table");
    }

    static byte[] workbook(String doctype, String rows) throws IOException {
        var xml = WORKBOOK.replace("DOCTYPE", doctype).replace("ROWS", rows).strip();
        return zip("content.xml", java.util.stream.Stream.of(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zip(String name, java.util.stream.Stream<byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.putNextEntry(new ZipEntry(name));
            for (var part : parts.toList()) {
                zip.write(part);
            }
        }
        return bytes.toByteArray();
    }

    private static String row(String... cells) {
        return IntStream.range(0, cells.length)
                .mapToObj(i -> cells[i])
                .collect(Collectors.joining("", "<table:table-row>", "</table:table-row>"));
    }

    private static String words(String words) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + words + "</text:p></table:table-cell>";
    }

    private static List<Row> rows(String csv) {
        return rows(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> rows(byte[] content) {
        return switch (Sheet.read(content)) {
            case Sheet.Outcome.Read(var sheet) -> sheet.rows();
            case Sheet.Outcome.Unreadable(var fault) -> throw new AssertionError(fault);
        };
    }

    private static String fault(byte[] content) {
        return switch (Sheet.read(content)) {
            case Sheet.Outcome.Read read -> "";
            case Sheet.Outcome.Unreadable(var fault) -> fault.code();
        };
    }
}
