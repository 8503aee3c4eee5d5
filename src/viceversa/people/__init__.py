"""The directory: Person, Unit, the reporting tree, and the import of the people file."""
