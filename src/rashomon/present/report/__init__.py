"""An account laid out for people: terminal, one HTML page, a Markdown brief."""
