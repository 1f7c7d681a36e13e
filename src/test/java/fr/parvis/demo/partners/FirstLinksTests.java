package fr.parvis.demo.partners;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Known;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The links with which the demo begins, at its first start and at others. */
@ParvisTest
class FirstLinksTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Cast cast;

    @LocalServerPort
    private int port;

    private FirstLinks first;
    private Partner partner;
    private UUID zoe;

    @BeforeEach
    void begin(@Autowired AutowireCapableBeanFactory beans) {
        first = beans.createBean(FirstLinks.class);
        partner = house.register("Maison", port).partner;
        zoe = cast.resident("Zoé", "Martin").viewer().account();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mediatheque", "conservatoire", "stationnement", "mairie-courrier"})
    void everyStartSaysTheSameAndLinksOnce(String slug) {
        var vendor = vendor(slug);
        var settings = first.settings(vendor, partner, zoe);

        assertThat(links.of(zoe)).hasSize(1).extracting(Link::label).containsExactly("Zoé");
        assertThat(settings)
                .containsEntry("FIRST_SUB", link().sub())
                .containsEntry("FIRST_MEMBER", vendor.sharing().member());
        assertThat(first.settings(vendor, partner, zoe)).isEqualTo(settings);
        assertThat(links.of(zoe)).hasSize(1);
    }

    @Test
    void aLinkMadeAgainByAgreeingIsTheSame() {
        var vendor = vendor("mediatheque");
        var settings = first.settings(vendor, partner, zoe);
        links.unlink(zoe, link().id());
        links.agree(zoe, partner, "Zoé");

        assertThat(first.settings(vendor, partner, zoe)).isEqualTo(settings);
        assertThat(links.of(zoe)).hasSize(1);
    }

    @Test
    void whatSheUndidStaysUndoneWhileSheHasAnotherThere() {
        var vendor = vendor("conservatoire");
        first.settings(vendor, partner, zoe);
        var hers = link().id();
        links.link(zoe, partner, new Known("ELEVE-2042", "Léo M."), "Léo", Proof.CARD);
        links.unlink(zoe, hers);

        assertThat(first.settings(vendor, partner, zoe)).isEmpty();
        assertThat(links.of(zoe)).extracting(Link::label).containsExactly("Léo");
    }

    private Link link() {
        return links.of(zoe).getFirst();
    }

    private static Vendor vendor(String slug) {
        return Vendor.ALL.stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
