"""The sample company: Gruppo Altavalle, invented from a seed, and its way into a database."""
