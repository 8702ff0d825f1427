"""Press reviews in several languages: one happening is one story, a like one is not."""

from datetime import datetime, timedelta

import pytest

from rashomon.core import Document, Part, Passage, Role, Span, Story
from rashomon.group import Change, Stories, find_stories
from rashomon.group.languages.across import StoriesAcross
from rashomon.group.languages.settings import LanguageSettings

BEGIN = datetime.fromisoformat("2038-03-01T08:00:00+00:00")
FLOOD_EN = (
    "en", 0, "Hundreds flee as river Ostra floods Belmarsk",
    ("Rescue teams took some 700 people from their homes in Belmarsk on Monday after the river Ostra rose by three "
    "metres. Mayor Greta Olvang asked the army for help. Schools stay shut until Friday."),
)  # fmt: skip
FLOOD_EN_LATER = (
    "en", 9, "Army sends pumps to flooded Belmarsk",
    ("The army sent pumps and boats to flooded Belmarsk, where the river Ostra drove more than 700 people away. "
    "Mayor Greta Olvang said the old bridge might not hold."),
)  # fmt: skip
FLOOD_DE = (
    "de", 6, "Hochwasser in Belmarsk: 700 Menschen müssen ihre Häuser verlassen",
    ("Die Ostra ist in der Nacht über die Ufer getreten und hat Belmarsk überflutet. Die Feuerwehr brachte 700 "
    "Bewohner mit Booten in Sicherheit. Bürgermeisterin Greta Olvang sprach von der schlimmsten Flut seit langem."),
)  # fmt: skip
FLOOD_RU = (
    "ru", 10, "Наводнение в Белмарске: более 700 человек покинули дома",
    ("Река Остра вышла из берегов и затопила Белмарск. Спасатели вывезли на лодках более 700 жителей. Мэр города Грета "
    "Олванг попросила помощи у армии."),
)  # fmt: skip
TWIN_FR = (
    "fr", 12, "La Durelle en crue : trois cents habitants évacués à Castrenne",
    ("La ville de Castrenne s'est réveillée sous un mètre d'eau. La Durelle a débordé dans la nuit et les pompiers ont "
    "évacué trois cents habitants en barque. Le maire, Julien Marsac, a demandé l'aide de l'armée."),
)  # fmt: skip
YEAR_LATER_ES = (
    "es", 24 * 300, "El río Ostra vuelve a inundar Belmarsk",
    ("El río Ostra se desbordó de nuevo en Belmarsk y obligó a evacuar a vecinos de la ciudad vieja. La alcaldesa, "
    "Greta Olvang, pidió ayuda al ejército. Las escuelas seguirán cerradas."),
)  # fmt: skip


def document(report, *, dated=True):
    language, hours, headline, text = report
    return Document(
        id=f"{language}{hours}",
        text=text,
        headline=headline,
        headline_span=Span(0, len(headline), Part.HEADLINE),
        language=language,
        published_at=BEGIN + timedelta(hours=hours) if dated else None,
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


def parted(*reports, dated=True):
    found = find_stories([document(report, dated=dated) for report in reports])
    return sorted(sorted(story.documents) for story in found)


@pytest.mark.parametrize("other", [FLOOD_DE, FLOOD_RU], ids=lambda report: report[0])
def test_one_happening_in_two_languages_is_one_story(other):
    assert len(parted(FLOOD_EN, other)) == 1


def test_undated_reports_must_be_more_alike():
    assert len(parted(FLOOD_EN, FLOOD_DE, dated=False)) == 1
    assert len(parted(FLOOD_EN, FLOOD_RU, dated=False)) == 2


def test_a_like_happening_elsewhere_is_another_story():
    assert len(parted(FLOOD_EN, FLOOD_DE, TWIN_FR)) == 2


def test_a_like_happening_in_another_year_is_another_story():
    assert len(parted(FLOOD_EN, FLOOD_DE, YEAR_LATER_ES)) == 2


def test_a_story_may_be_told_in_three_languages_and_more_than_once():
    assert parted(FLOOD_EN, FLOOD_EN_LATER, FLOOD_DE, FLOOD_RU, TWIN_FR) == [["de6", "en0", "en9", "ru10"], ["fr12"]]


def test_the_order_of_the_input_changes_nothing():
    reports = [FLOOD_EN, FLOOD_EN_LATER, FLOOD_DE, FLOOD_RU, TWIN_FR]
    assert parted(*reports) == parted(*reversed(reports))


def test_any_language_goes_through():
    odd = [(language, n, "", "Velmora 700.") for n, language in enumerate(("sv", "ja", "xx", "ar", "zh", None, "el"))]
    assert sum(map(len, parted(FLOOD_EN, FLOOD_DE, *odd))) == 9


def test_what_is_told_in_one_language_is_decided_as_if_there_were_no_other():
    english = [document(report) for report in (FLOOD_EN, FLOOD_EN_LATER)]
    alone, among = Stories(), StoriesAcross()
    for each in english:
        alone.add(each)
    for each in (english[0], document(FLOOD_DE), document(TWIN_FR), english[1], document(FLOOD_RU)):
        among.add(each)
    assert [among.explain(each.id) for each in english] == [alone.explain(each.id) for each in english]


def test_with_one_language_nothing_is_encoded_and_all_is_as_in_a_plain_stream(monkeypatch):
    monkeypatch.setattr("rashomon.group.languages.sketch.encode", lambda texts: pytest.fail("encoded"))
    plain, across = Stories(), StoriesAcross()
    for report in (FLOOD_EN, (None, 3, *FLOOD_EN[2:]), FLOOD_EN_LATER):
        assert plain.add(document(report)) == across.add(document(report))
    plain.settle()
    across.settle()
    assert plain.stories() == across.stories()


def test_a_decision_across_languages_names_its_signals():
    stream = StoriesAcross()
    first = stream.add(document(FLOOD_EN))
    assert stream.add(document(FLOOD_DE)) == first
    why = stream.explain("de6")
    assert (why.story, why.nearest, why.opened) == (first, first, False)
    assert why.score >= LanguageSettings().join_at
    assert {each.name: each.adds > 0 for each in why.signals} == {
        "leads across languages": True, "names across languages": True, "figures and dates": True, "days between": True,
    }  # fmt: skip


def test_a_telling_that_came_too_early_is_tied_when_the_stream_settles():
    stream = StoriesAcross(languages=LanguageSettings(join_at=99.0))
    for report in (FLOOD_EN, FLOOD_DE):
        stream.add(document(report))
    assert len(stream.stories()) == 2
    stream.languages = LanguageSettings()
    stream.settle()
    assert [set(story.documents) for story in stream.stories()] == [{"en0", "de6"}]
    assert [(change.kind, change.documents) for change in stream.changes] == [("joined", ("de6",))]


@pytest.mark.parametrize("cut", range(5))
def test_a_stream_goes_on_from_its_rows(cut):
    documents = [document(each) for each in (FLOOD_EN, FLOOD_DE, FLOOD_EN_LATER, FLOOD_RU, TWIN_FR)]
    whole, half = StoriesAcross(), StoriesAcross()
    for each in documents:
        whole.add(each)
    for each in documents[:cut]:
        half.add(each)
    again = StoriesAcross.restore(half.save())
    assert again.taken == cut
    for each in documents:
        again.add(each)
    assert again.stories() == whole.stories()
    assert [again.explain(each.id) for each in documents] == [whole.explain(each.id) for each in documents]
    assert again.save() == whole.save()


def test_a_stream_that_was_kept_in_one_language_goes_on_in_several():
    plain = Stories()
    first = plain.add(document(FLOOD_EN))
    stream = StoriesAcross.restore(plain.save(), languages=LanguageSettings())
    assert stream.stories() == plain.stories()
    stream.add(document(FLOOD_DE))
    assert StoriesAcross.restore(stream.save()).add(document(FLOOD_EN_LATER)) == first


def test_a_story_is_released_when_it_is_at_rest_in_every_language():
    stream = StoriesAcross()
    for report in (FLOOD_EN, FLOOD_DE, TWIN_FR):
        stream.add(document(report))
    assert stream.release() == ()
    for language, hour in (("en", 0), ("fr", 0), ("en", 1), ("fr", 1)):
        stream.add(document((language, 24 * 800 + hour, "Ein Fest", "Nothing.")))
    assert [story.documents for story in stream.release()] == [("fr12",)]  # the German stream has not come so far
    for hour in (0, 1):
        stream.add(document(("de", 24 * 800 + hour, "Ein Fest", "Nichts.")))
    assert [set(story.documents) for story in stream.release()] == [{"en0", "de6"}]
    assert "en0" not in {d for story in stream.stories() for d in story.documents}


def test_languages_that_the_vectors_do_not_know_are_tied_to_none():
    swedish = ("sv", 7, *FLOOD_DE[2:])
    assert len(parted(FLOOD_EN, swedish, FLOOD_RU)) == 2


class Rearranged:
    """A stream of one language that has put its documents elsewhere."""

    def __init__(self, kind, story, other, moved, *stories):
        self._stories = tuple(Story(id=name, documents=documents) for name, documents in stories)
        self.changes = (Change(kind=kind, story=story, other=other, documents=moved, at=None, signals=()),)

    changed = 1

    def changes_since(self, changed):
        return self.changes[changed:]

    def stories(self):
        return self._stories

    def settle(self):
        """Change nothing more."""


def test_ties_follow_where_one_language_joins_its_stories():
    stream = StoriesAcross()
    first = stream.add(document(FLOOD_EN))
    stream.add(document(FLOOD_DE))
    other = stream.add(document(("en", 30, "Pumps at work", "Nobody slept in the school.")))
    stream._streams[""] = Rearranged("joined", other, first, ("en0",), (other, ("en30", "en0")))
    stream.settle()
    (story,) = stream.stories()
    assert set(story.documents) == {"en0", "en30", "de6"}
    assert {change.story for change in stream.changes} == {story.id}
    assert {change.other for change in stream.changes} == {first, other} - {story.id}


def test_a_story_that_one_language_parts_keeps_its_ties():
    stream = StoriesAcross()
    first = stream.add(document(FLOOD_EN))
    stream.add(document(FLOOD_DE))
    assert stream.add(document(FLOOD_EN_LATER)) == first
    stream._streams[""] = Rearranged("parted", first, "new", ("en9",), (first, ("en0",)), ("new", ("en9",)))
    stream.settle()
    assert [set(story.documents) for story in stream.stories()] == [{"en0", "de6"}, {"en9"}]
    assert [(change.kind, change.other) for change in stream.changes] == [("parted", "new")]
