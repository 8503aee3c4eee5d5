"""What is read of relationships: lists, one page, figures, who was with whom."""

from viceversa.relationships.queries.agreement import Document, document, version_texts
from viceversa.relationships.queries.figures import CohortFigures, cohort_figures
from viceversa.relationships.queries.listing import Filter, Row, cohort_choices, listing
from viceversa.relationships.queries.notes import NoteShown, note_count, notes, own_note
from viceversa.relationships.queries.one import Shown, one, relationships_of_person, shown
from viceversa.relationships.queries.partners import Partner, open_places, partners
from viceversa.relationships.queries.proposed_words import proposed_words

__all__ = [
    "CohortFigures",
    "Document",
    "Filter",
    "NoteShown",
    "Partner",
    "Row",
    "Shown",
    "cohort_choices",
    "cohort_figures",
    "document",
    "listing",
    "note_count",
    "notes",
    "one",
    "open_places",
    "own_note",
    "partners",
    "proposed_words",
    "relationships_of_person",
    "shown",
    "version_texts",
]
