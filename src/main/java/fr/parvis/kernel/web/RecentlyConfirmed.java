package fr.parvis.kernel.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What may only be done by who showed a moment ago that they are still the person signed in: somebody else may sit at a
 * device left open. Others are asked first, and come back.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RecentlyConfirmed {}
