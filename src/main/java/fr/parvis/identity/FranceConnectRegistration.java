package fr.parvis.identity;

import fr.parvis.kernel.Settings.FranceConnect;

/** How the town is registered at FranceConnect, for a program that brings its own; without such a bean the settings say it. */
public interface FranceConnectRegistration {

    FranceConnect registration();
}
