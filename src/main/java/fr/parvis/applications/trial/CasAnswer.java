package fr.parvis.applications.trial;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads what a validation answers (CAS 3.0, appendix A) as a service would; nothing outside the answer is read. */
final class CasAnswer {

    private static final XMLInputFactory FACTORY = factory();

    private CasAnswer() {}

    /**
     * What the elements without others inside say, by name.
     *
     * @throws IOException when it is not XML
     */
    static Map<String, Object> facts(String body) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        try {
            var xml = FACTORY.createXMLStreamReader(new StringReader(body));
            var text = "";
            boolean leaf = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.CHARACTERS) {
                    text = xml.getText();
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    text = "";
                    leaf = true;
                } else if (event == XMLStreamConstants.END_ELEMENT && leaf) {
                    facts.merge(xml.getLocalName(), text, (former, next) -> former + ", " + next);
                    leaf = false;
                }
            }
            return facts;
        } catch (XMLStreamException malformed) {
            throw new IOException("la réponse n’est pas du XML", malformed);
        }
    }

    /** No document type: entities could read files, reach the network, or grow without end. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
