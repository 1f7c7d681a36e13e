package fr.parvis.demo.proconnect;

import fr.parvis.demo.openid.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An invented agent, as ProConnect tells of them; {@code provider} is the identity provider they come from. */
record InventedAgent(
        String id, String about, String name, String email, String siret, List<String> roles, String provider)
        implements Subject {

    private static final List<String> TERRITORIAL = List.of("agent_public", "agent_public_territorial");
    private static final String NEIGHBOUR = "21920063500013";

    static final List<Subject> ALL = List.of(
            agent("nadia", "agente de la ville", "Nadia Belkacem", "agent@parvis.example", "annuaire"),
            agent("nadia-ailleurs", "la même, autre fournisseur", "Nadia Belkacem", "agent@parvis.example", "autre"),
            agent("alix", "administre la plateforme", "Alix Garnier", "admin@parvis.example", "annuaire"),
            agent("zoe", "habitante sans rôle", "Zoé Martin", "resident@parvis.example", "annuaire"),
            agent("nouveau", "sans compte ici", "Sam Ba", "sam.ba@parvis.example", "annuaire"),
            new InventedAgent(
                    "voisine",
                    "agente d’une autre ville",
                    "Nadia Belkacem",
                    "agent@parvis.example",
                    NEIGHBOUR,
                    TERRITORIAL,
                    "voisine"),
            new InventedAgent(
                    "prestataire",
                    "n’est pas agent public",
                    "Nadia Belkacem",
                    "agent@parvis.example",
                    ProConnectSimulator.SIRET,
                    List.of(),
                    "prestataire"));

    private static InventedAgent agent(String id, String about, String name, String email, String provider) {
        return new InventedAgent(id, about, name, email, ProConnectSimulator.SIRET, TERRITORIAL, provider);
    }

    @Override
    public Map<String, Object> claims(List<String> scopes) {
        int space = name.indexOf(' ');
        Map<String, Object> all = Map.of(
                "given_name", name.substring(0, space),
                "usual_name", name.substring(space + 1),
                "email", email,
                "uid", id,
                "siret", siret,
                "idp_id", provider,
                "roles", roles);
        Map<String, Object> told = new TreeMap<>(all);
        told.keySet().retainAll(scopes);
        return told;
    }

    /** Of one agent at one identity provider. */
    @Override
    public String sub(String client) {
        return UUID.nameUUIDFromBytes((client + provider + email + siret).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
