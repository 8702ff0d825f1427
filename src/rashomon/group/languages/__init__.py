"""Stories across languages: tellings of one happening in several languages are tied to one story."""
