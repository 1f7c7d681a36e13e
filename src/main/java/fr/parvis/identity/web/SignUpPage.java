package fr.parvis.identity.web;

import fr.parvis.identity.codes.Suite;
import fr.parvis.kernel.web.FormErrors;

/** The page to ask for an account, with what was typed but the password. */
public record SignUpPage(String firstName, String lastName, String email, Suite suite, FormErrors errors) {}
