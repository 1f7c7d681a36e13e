package fr.parvis.identity.scim.protocol;

import java.util.function.Function;

/** What came of reading or doing a part of a call: a value to go on with, or the refusal that ends it. */
public sealed interface Outcome<T> {

    /** It went well. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It did not, and nothing after it is tried. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Goes on with the value. */
    default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var refusal) -> new Refused<>(refusal);
        };
    }

    /** Goes on with the value, by something that cannot be refused. */
    default <U> Outcome<U> map(Function<T, U> next) {
        return then(value -> new Done<>(next.apply(value)));
    }
}
