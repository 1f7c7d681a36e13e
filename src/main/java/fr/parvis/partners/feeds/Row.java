package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a partner says of one of its cases, as it came: a JSON object, or a line of a table under the names of its columns.
 *
 * @param line where it stood, for whoever looks for it: a line of a file, or a rank in a list
 * @param fault why it could not be read; null when it could
 */
public record Row(int line, JsonNode content, @Nullable Fault fault) {}
