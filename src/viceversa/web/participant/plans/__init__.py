"""Pages of preparing and keeping: agenda, library, experiment, goals, takeaways, questions."""
