package fr.parvis.partners.links;

import fr.parvis.kernel.Seal;
import fr.parvis.kernel.Secrets;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking.Client;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways to link oneself to partners, as rows; their secrets are sealed. */
@Repository
public class Linkings {

    private final JdbcClient jdbc;
    private final Seal seal;

    Linkings(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.seal = new Seal(secrets, "partners/linking");
    }

    /** The way to link oneself to this partner; empty when the town offers none. */
    public Optional<Linking> find(UUID partner) {
        return jdbc.sql("select * from partners.linking where partner = :partner")
                .param("partner", partner)
                .query(this::linking)
                .optional();
    }

    /** The partners that residents can link themselves to: those on trial know invented people only. */
    public List<UUID> offered() {
        return jdbc.sql("""
                        select l.partner from partners.linking l join partners.partner p on p.id = l.partner
                        where not p.sandbox
                        """)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Offers it, or changes what was offered. */
    public void save(Linking linking) {
        var client = linking.client();
        jdbc.sql("""
                        insert into partners.linking (partner, method, town_learns, partner_learns, address, client_id,
                            client_secret, sign_on)
                        values (:partner, :method, :townLearns, :partnerLearns, :address, :clientId, :secret, :signOn)
                        on conflict (partner) do update set method = excluded.method, town_learns = excluded.town_learns,
                            partner_learns = excluded.partner_learns, address = excluded.address,
                            client_id = excluded.client_id, client_secret = excluded.client_secret,
                            sign_on = excluded.sign_on
                        """)
                .param("partner", linking.partner())
                .param("method", linking.method().name())
                .param("townLearns", linking.townLearns())
                .param("partnerLearns", linking.partnerLearns())
                .param("address", text(linking.address()))
                .param("clientId", client == null ? null : client.id())
                .param("secret", client == null ? null : sealed(client, linking.partner()))
                .param("signOn", text(linking.signOn()))
                .update();
    }

    private byte[] sealed(Client client, UUID partner) {
        return seal.close(client.secret().getBytes(StandardCharsets.UTF_8), owner(partner));
    }

    private Linking linking(ResultSet row, int number) throws SQLException {
        var partner = row.getObject("partner", UUID.class);
        @Nullable String clientId = row.getString("client_id");
        var secret = row.getBytes("client_secret");
        return new Linking(
                partner,
                Proof.valueOf(row.getString("method")),
                row.getString("town_learns"),
                row.getString("partner_learns"),
                uri(row.getString("address")),
                clientId == null
                        ? null
                        : new Client(clientId, new String(seal.open(secret, owner(partner)), StandardCharsets.UTF_8)),
                uri(row.getString("sign_on")));
    }

    private static @Nullable String text(@Nullable URI address) {
        return address == null ? null : address.toString();
    }

    private static @Nullable URI uri(@Nullable String address) {
        return address == null ? null : URI.create(address);
    }

    private static String owner(UUID partner) {
        return "linking " + partner;
    }
}
