package fr.parvis.demo.partners;

import fr.parvis.procedures.loading.ProcedureFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Brings the procedure that a vendor of the demo goes on with. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoProcedures {

    @Bean
    ProcedureFolder handedOver() {
        return new ProcedureFolder("classpath*:/fr/parvis/demo/procedures/*.yaml");
    }
}
