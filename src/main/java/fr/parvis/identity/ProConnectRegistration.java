package fr.parvis.identity;

import fr.parvis.kernel.Settings.ProConnect;

/** How the town is registered at ProConnect, for a program that brings its own; without such a bean the settings say it. */
public interface ProConnectRegistration {

    ProConnect registration();
}
