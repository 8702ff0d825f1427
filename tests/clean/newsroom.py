"""Small helpers of the cleaning tests: a text cleaned, and what became of its lines."""

from rashomon.clean import document
from rashomon.core import Document, Given, Page, Role

FIRST = "The bridge over the harbour will stay closed until Friday, the mayor of Norvale, Ines Calder, said on Monday."
SECOND = "“We will not open it before the engineers agree,” she told reporters outside the town hall."
THIRD = "Engineers hired by the Port Board found cracks in two of its pillars last week, according to Tom Reyes."


def cleaned(text: str, *, kind: str = "text", address: str = "report.txt", **given: object) -> Document:
    made = document(Page(address=address, kind=kind, text=text, given=Given(**given)))
    assert isinstance(made, Document), made
    return made


def labels(made: Document) -> dict[str, str]:
    """Every piece of the text with its role, or its reason in brackets."""
    found = {made.words_at(p.span): str(p.role) for p in made.passages}
    found.update({made.words_at(s.span): f"({s.reason})" for s in made.set_aside})
    return found


def prose(made: Document) -> list[str]:
    return [made.words_at(p.span) for p in made.prose() if p.role is not Role.HEADLINE]
