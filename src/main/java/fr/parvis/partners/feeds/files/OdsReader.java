package fr.parvis.partners.feeds.files;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first table of an OpenDocument workbook (ISO/IEC 26300). Nothing outside the file is fetched, no entity is
 * expanded, and what unpacks to more than any real table is left.
 */
final class OdsReader {

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final int MOST_ENTRIES = 1_000;
    private static final long LARGEST = 100_000_000;

    private final Predicate<String> wanted;
    private List<String> names = List.of();
    private @Nullable Lines lines;
    private int line;

    OdsReader(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    Sheet.Outcome read(byte[] content) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (int i = 0; i < MOST_ENTRIES; i++) {
                var entry = zip.getNextEntry();
                if (entry == null) {
                    break;
                }
                if (entry.getName().equals("content.xml")) {
                    return table(new Bounded(zip));
                }
            }
            return notWorkbook();
        } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
            return notWorkbook();
        }
    }

    private static Sheet.Outcome notWorkbook() {
        return Sheet.unreadable(
                "not-a-workbook",
                "Ce fichier n’est pas un classeur ODS lisible : enregistrez-le sans mot de passe, ou en CSV.");
    }

    private Sheet.Outcome table(InputStream content) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(content);
        while (xml.hasNext() && !isEnd(xml, "table")) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && is(xml, "table-row")) {
                int repeated = number(xml, "number-rows-repeated");
                var fault = add(cells(xml), repeated);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return lines == null
                ? Sheet.unreadable("empty-file", Sheet.NO_NAMES)
                : new Sheet.Outcome.Read(new Sheet(new LinkedHashSet<>(names), lines));
    }

    /** Empty lines, of which the end of a table has a million, count but are not kept; what is wrong, or else null. */
    private Sheet.@Nullable Outcome add(List<String> cells, int repeated) {
        int first = line + 1;
        line += repeated;
        if (cells.isEmpty()) {
            return null;
        }
        if (lines != null) {
            return lines.add(first, repeated, lines.padded(cells));
        }
        names = cells.stream().map(String::strip).toList();
        lines = new Lines(names, wanted);
        var fault = Sheet.fault(names);
        return fault == null && repeated > 1 ? lines.add(first + 1, repeated - 1, cells) : fault;
    }

    private static List<String> cells(XMLStreamReader xml) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (!isEnd(xml, "table-row")) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && (is(xml, "table-cell") || is(xml, "covered-table-cell"))) {
                int repeated = number(xml, "number-columns-repeated");
                var cell = cell(xml, xml.getLocalName());
                int room = Sheet.MOST_COLUMNS + 1 - cells.size();
                cells.addAll(Collections.nCopies(Math.min(repeated, room), cell));
            }
        }
        while (!cells.isEmpty() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return cells;
    }

    /** A number or a date as it is kept, rather than as it is shown; else the paragraphs of the cell. */
    private static String cell(XMLStreamReader xml, String element) throws XMLStreamException {
        var kept = switch (Objects.requireNonNullElse(xml.getAttributeValue(OFFICE, "value-type"), "")) {
            case "float", "currency" -> xml.getAttributeValue(OFFICE, "value");
            case "date" -> xml.getAttributeValue(OFFICE, "date-value");
            default -> null;
        };
        var words = new StringBuilder();
        int depth = 0;
        while (!isEnd(xml, element)) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth += isNote(xml) || depth > 0 ? 1 : 0;
                words.append(xml.getLocalName().equals("p") && !words.isEmpty() && depth == 0 ? "\n" : "");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth -= depth > 0 ? 1 : 0;
            } else if (depth == 0 && xml.isCharacters()) {
                words.append(xml.getText());
            }
        }
        return kept == null ? words.toString().strip() : kept;
    }

    private static boolean isNote(XMLStreamReader xml) {
        return xml.getLocalName().equals("annotation");
    }

    private static boolean is(XMLStreamReader xml, String name) {
        return xml.getLocalName().equals(name) && TABLE.equals(xml.getNamespaceURI());
    }

    private static boolean isEnd(XMLStreamReader xml, String name) {
        return xml.isEndElement() && is(xml, name);
    }

    private static int number(XMLStreamReader xml, String attribute) {
        var text = xml.getAttributeValue(TABLE, attribute);
        return text != null && text.matches("\\d{1,7}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    /** A few kilobytes can unpack to gigabytes: reading ends before the memory does. */
    private static final class Bounded extends FilterInputStream {

        private long left = LARGEST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("unpacks to more than " + LARGEST + " bytes");
            }
        }
    }
}
