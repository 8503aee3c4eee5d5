"""What is read of relationships: lists, one page, figures, who was with whom."""

from viceversa.relationships.queries.figures import CohortFigures, cohort_figures
from viceversa.relationships.queries.listing import Filter, Row, cohort_choices, listing
from viceversa.relationships.queries.one import Shown, one, relationships_of_person
from viceversa.relationships.queries.partners import Partner, open_places, partners

__all__ = [
    "CohortFigures",
    "Filter",
    "Partner",
    "Row",
    "Shown",
    "cohort_choices",
    "cohort_figures",
    "listing",
    "one",
    "open_places",
    "partners",
    "relationships_of_person",
]
