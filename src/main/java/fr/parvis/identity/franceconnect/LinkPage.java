package fr.parvis.identity.franceconnect;

/**
 * FranceConnect and this account.
 *
 * @param certified whether FranceConnect proved who its holder is, now or before
 */
public record LinkPage(boolean linked, boolean hasPassword, boolean certified) {}
