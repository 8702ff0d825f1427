"""Who acts and who is acted on in a claim: told by name, or by the id of a party of the story."""

from __future__ import annotations

from rashomon.core import Party, StoryAccount


class Roles:
    """The parties of one story, by their ids and names."""

    def __init__(self, story: StoryAccount) -> None:
        self._by_id = {party.id: party for party in story.parties}
        self._by_name: dict[str, Party | None] = {}
        for party in story.parties:
            # a name that two parties have names neither
            self._by_name[party.name] = None if party.name in self._by_name else party

    def party(self, told: str | None) -> Party | None:
        """The party that an id or a name stands for; None where no party of the story does."""
        if told is None:
            return None
        return self._by_id.get(told) or self._by_name.get(told)

    def name(self, told: str | None) -> str | None:
        """The name of whoever an id or a name stands for; what names no party stays as it is told."""
        party = self.party(told)
        return told if party is None else party.name
