"""Programme, charter, Cohort, Enrolment, the topic catalogue and presets."""
