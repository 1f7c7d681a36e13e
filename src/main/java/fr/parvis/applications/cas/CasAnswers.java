package fr.parvis.applications.cas;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.json.JsonMapper;

/** Answers as CAS writes them (CAS 3.0, appendix A). */
final class CasAnswers {

    private static final String NAMESPACE = "http://www.yale.edu/tp/cas";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private CasAnswers() {}

    static String json(Validation validation) {
        var body = switch (validation) {
            case Validation.Good(var user, var attributes) ->
                Map.of("authenticationSuccess", Map.of("user", user, "attributes", attributes));
            case Validation.Bad(var code, var reason) ->
                Map.of("authenticationFailure", Map.of("code", code, "description", reason));
        };
        return JsonMapper.shared().writeValueAsString(Map.of("serviceResponse", body));
    }

    static String xml(Validation validation) {
        return response(xml -> {
            switch (validation) {
                case Validation.Good(var user, var attributes) -> write(xml, user, attributes);
                case Validation.Bad(var code, var reason) -> failure(xml, "authenticationFailure", code, reason);
            }
        });
    }

    /** The answer to a service that asks for a proxy ticket (section 2.7.2). */
    static String noProxy(String reason) {
        return response(xml -> failure(xml, "proxyFailure", "UNAUTHORIZED_SERVICE_PROXY", reason));
    }

    /** What stands in an answer. */
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String response(Content content) {
        var text = new StringWriter();
        try {
            var xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartElement("cas", "serviceResponse", NAMESPACE);
            xml.writeNamespace("cas", NAMESPACE);
            content.write(xml);
            xml.writeEndElement();
            xml.close();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory does not fail", impossible);
        }
    }

    private static void write(XMLStreamWriter xml, String user, Map<String, Object> attributes)
            throws XMLStreamException {
        xml.writeStartElement("cas", "authenticationSuccess", NAMESPACE);
        element(xml, "user", user);
        xml.writeStartElement("cas", "attributes", NAMESPACE);
        for (var attribute : new TreeMap<>(attributes).entrySet()) {
            element(xml, attribute.getKey(), attribute.getValue().toString());
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void failure(XMLStreamWriter xml, String name, String code, String reason)
            throws XMLStreamException {
        xml.writeStartElement("cas", name, NAMESPACE);
        xml.writeAttribute("code", code);
        xml.writeCharacters(reason);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement("cas", name, NAMESPACE);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
