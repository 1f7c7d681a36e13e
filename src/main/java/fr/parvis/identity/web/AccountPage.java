package fr.parvis.identity.web;

import org.jspecify.annotations.Nullable;

/**
 * What a person's account holds.
 *
 * @param provedBy who proved the name, which then stands; null when its holder gave it
 * @param done what was just changed, which the page confirms; null for nothing
 */
public record AccountPage(
        String fullName,
        String email,
        @Nullable String provedBy,
        boolean franceConnect,
        @Nullable String done) {}
