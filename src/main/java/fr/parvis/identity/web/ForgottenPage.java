package fr.parvis.identity.web;

import fr.parvis.identity.codes.Suite;
import fr.parvis.kernel.web.FormErrors;

/** The page that asks where to send the code for a new password. */
public record ForgottenPage(String email, Suite suite, FormErrors errors) {}
