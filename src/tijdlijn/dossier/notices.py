"""What is said of a document that was read but not for all that is in it: the same words for every format."""

from __future__ import annotations

DELETED = "Tekst die met wijzigingen bijhouden is verwijderd, is niet meegelezen."
HIDDEN = "Verborgen tekst is meegelezen."
PICTURES = "Het document bevat afbeeldingen; tekst in een afbeelding is niet gelezen."
EMBEDDED = "In het document zit een ander bestand (zoals een blad of grafiek); dat is niet gelezen."
BROKEN_OFF = "Het bestand breekt aan het eind af; wat daar stond, is niet gelezen."
