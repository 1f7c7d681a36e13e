package fr.parvis.partners.console;

import fr.parvis.partners.Partner;

/** An invitation to work on a partner's program. */
public record InvitationPage(Partner partner, String path) {}
