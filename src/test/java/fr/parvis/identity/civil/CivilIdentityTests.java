package fr.parvis.identity.civil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.CivilIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CivilIdentityTests {

    private static final CivilIdentity ZOE =
            new CivilIdentity("Zoé Jeanne", "D’Arc", "Martin", "female", "1988-05-07", "92073", "99100");

    @Test
    void accentsCapitalsAndHyphensDoNotCount() {
        assertThat(ZOE.isSamePersonAs(
                        new CivilIdentity("ZOE-JEANNE", "d Arc", "", "female", "1988-05-07", "92073", "99100")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Zoé Claude,D’Arc,female,1988-05-07,92073,true",
        "Zoé,D’Arc,female,1988-05-07,92073,true",
        "Zoé Jeanne,Darque,female,1988-05-07,92073,true",
        "Zoé Jeanne,D’Arc,male,1988-05-07,92073,true",
        "Zoé Jeanne,D’Arc,female,1988-05-07,92050,true",
        "Zoé Jeanne,D’Arc,female,1988-05-07,92073,false",
        "Léa Jeanne,D’Arc,female,1988-05-07,92073,false",
        "Zoé Jeanne,D’Arc,female,1988-05-08,92073,false",
        "Zoé Claude,D’Arc,male,1988-05-07,92073,false"
    })
    void oneFieldMayHaveBeenCorrectedButTwinsAreTwo(
            String given, String family, String gender, String birthdate, String place, boolean maybe) {
        var other = new CivilIdentity(given, family, "", gender, birthdate, place, "99100");
        assertThat(ZOE.mayBeSamePersonAs(other)).isEqualTo(maybe);
        assertThat(other.mayBeSamePersonAs(ZOE)).isEqualTo(maybe);
    }

    @ParameterizedTest
    @CsvSource({
        "Zoe,Martin,true",
        "Z.,d'arc,true",
        "Jeanne,MARTIN,true",
        "Marc,Martin,false",
        "Zacharie,Martin,false",
        "Jean,Martin,false",
        "Zoé Jeanne,Martin,true",
        "J,Martin,true",
        "Zoé,Dupont,false"
    })
    void aNameOfItsOwnIsRecognised(String firstName, String lastName, boolean maybe) {
        assertThat(ZOE.mayBeCalled(firstName, lastName)).isEqualTo(maybe);
    }
}
