package fr.parvis.partners.api;

import fr.parvis.partners.Partner;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Stands before what is pushed, and may turn it away for a while. */
public interface Hurdle {

    /** Lets these events of a partner pass, or says that we cannot take them now. */
    void pass(Partner partner, List<JsonNode> events) throws ProblemException;
}
