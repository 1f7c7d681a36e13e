package fr.parvis.identity.franceconnect;

import fr.parvis.kernel.web.FormErrors;

/** « Ce compte est-il le vôtre ? » */
public record ReunionPage(String firstName, String email, FormErrors errors) {}
