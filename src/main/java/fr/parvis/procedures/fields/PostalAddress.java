package fr.parvis.procedures.fields;

/** A postal address in one line, typed freely; suggestions may help but never decide. */
public record PostalAddress() implements TextInput {

    @Override
    public Outcome parse(String typed) {
        return typed.length() < 5
                ? new Outcome.Wrong("écrivez l’adresse complète, comme 2 rue de la Mairie, 92150 Suresnes")
                : Outcome.text(typed);
    }

    @Override
    public Hints hints() {
        return new Hints("text", "street-address", null, false, true);
    }
}
