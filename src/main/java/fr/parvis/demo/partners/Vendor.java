package fr.parvis.demo.partners;

import fr.parvis.demo.vendors.VendorProgram;
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Link.Proof;

/**
 * A vendor of the demo, as the town registered it.
 *
 * @param member the resident of the demo, as the vendor knows her
 * @param proof how she may have shown it
 */
public record Vendor(Partner partner, String member, Proof proof, VendorProgram program) implements AutoCloseable {

    @Override
    public void close() {
        program.close();
    }
}
