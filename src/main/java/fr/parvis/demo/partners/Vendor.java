package fr.parvis.demo.partners;

import fr.parvis.demo.vendors.VendorProgram;
import fr.parvis.partners.Partner;

/**
 * A vendor of the demo, as the town registered it.
 *
 * @param member the resident of the demo, as the vendor knows her
 */
public record Vendor(Partner partner, String member, VendorProgram program) implements AutoCloseable {

    @Override
    public void close() {
        program.close();
    }
}
