"""The verbs of programmes, cohorts, topics and enrolment."""
