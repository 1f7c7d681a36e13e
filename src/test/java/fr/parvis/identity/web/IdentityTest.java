package fr.parvis.identity.web;

import fr.parvis.notifications.Notifications;
import fr.parvis.testing.ParvisTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A test of the whole program in which e-mails are looked at instead of sent. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParvisTest
@MockitoBean(types = Notifications.class)
@Import({People.class, Doors.class})
@interface IdentityTest {}
