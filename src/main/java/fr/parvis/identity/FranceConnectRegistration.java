package fr.parvis.identity;

import fr.parvis.kernel.Settings.Registration;

/** How the town is registered at FranceConnect, for a program that brings its own; without such a bean the settings say it. */
public interface FranceConnectRegistration {

    Registration registration();
}
