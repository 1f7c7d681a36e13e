package fr.parvis.identity.factors;

import java.util.List;

/**
 * Recovery codes, shown this once.
 *
 * @param installed whether an application was just installed, which the page confirms
 * @param next where the person goes on to
 */
public record RecoveryCodesPage(List<String> codes, boolean installed, String next) {

    public RecoveryCodesPage {
        codes = List.copyOf(codes);
    }
}
