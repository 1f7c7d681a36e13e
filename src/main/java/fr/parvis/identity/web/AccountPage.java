package fr.parvis.identity.web;

import org.jspecify.annotations.Nullable;

/**
 * What a person's account holds.
 *
 * @param done what was just changed, which the page confirms; null for nothing
 */
public record AccountPage(
        String fullName,
        String email,
        boolean hasPassword,
        boolean franceConnect,
        @Nullable String done) {}
