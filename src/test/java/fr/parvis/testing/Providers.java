package fr.parvis.testing;

import fr.parvis.kernel.Town;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What a module is given by others, for tests that start none of them. */
public final class Providers {

    private Providers() {}

    /** The town's source, as the container would give it. */
    public static ObjectProvider<Town.Source> town() {
        var beans = new StaticListableBeanFactory();
        Town.Source source = Providers::suresnes;
        beans.addBean("town", source);
        return beans.getBeanProvider(Town.Source.class);
    }

    public static Town suresnes() {
        return new Town(
                "Ville de Suresnes",
                "Tout Suresnes",
                "Le portail de la ville",
                "01 41 18 19 00",
                "du lundi au vendredi, de 8 h 30 à 18 h",
                "2 rue Carnot",
                "92150",
                "Suresnes",
                "mairie@suresnes.example",
                "dpo@suresnes.example",
                "Le maire",
                "localhost");
    }
}
