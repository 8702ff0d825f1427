"""What SQLite and PostgreSQL share: the tables, the writer and the view over them, and how they come up to date."""
