package fr.parvis.identity.web;

import fr.parvis.notifications.Notifications;
import fr.parvis.testing.ParvisTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A test of the whole program in which e-mails are looked at instead of sent. It does nothing in the background: the
 * work waits there for the programs of other tests too, whose clock is another and whose e-mails arrive.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParvisTest
@MockitoBean(types = Notifications.class)
@TestPropertySource(properties = "tests.polling=1d")
@Import({People.class, Doors.class})
@interface IdentityTest {}
