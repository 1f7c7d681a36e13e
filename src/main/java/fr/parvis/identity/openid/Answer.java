package fr.parvis.identity.openid;

import org.jspecify.annotations.Nullable;

/** What a provider answers with, in the address it sends the browser back to. */
public record Answer(
        @Nullable String code,
        @Nullable String state,
        @Nullable String error,
        @Nullable String iss) {}
