/**
 * Cases of ours that a partner goes on with for a step: what it is given of them, and how what it tells comes back.
 */
@org.springframework.modulith.NamedInterface("handover")
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.handover;
