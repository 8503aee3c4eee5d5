"""What is read of matching: rounds, proposals, reasons, figures."""

from viceversa.matching.queries.figures import CohortFigures, cohort_figures

__all__ = ["CohortFigures", "cohort_figures"]
