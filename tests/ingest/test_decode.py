"""Bytes to text."""

import pytest

from rashomon.ingest.decode import decoded

SAID = "The mayor said “we won’t pay” – and the café in Łódź closed."
WESTERN = "The mayor said “we won’t pay” – and the café closed. It’s over."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_or_without_mark_is_read_in_silence(encoding):
    assert decoded(SAID.encode(encoding), "x") == (SAID, [])


def test_utf16_without_its_mark_is_read():
    assert decoded(WESTERN.encode("utf-16-le"), "x")[0] == WESTERN


def test_windows_text_is_guessed_and_said():
    text, problems = decoded(WESTERN.encode("cp1252"), "x")
    assert text == WESTERN
    assert [p.code for p in problems] == ["encoding-guessed"]


def test_a_page_says_its_own_encoding():
    page = '<html><head><meta charset="iso-8859-2"></head><p>Łódź</p></html>'
    assert decoded(page.encode("iso-8859-2"), "x", html=True) == (page, [])
    latin = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“no”</p>'
    assert decoded(latin.encode("cp1252"), "x", html=True)[0] == latin


def test_a_broken_byte_in_utf8_is_replaced_and_the_rest_kept():
    text, problems = decoded(SAID.encode() + b" \xff end", "x")
    assert text == SAID + " \ufffd end"
    assert [p.code for p in problems] == ["invalid-encoding"]


def test_mojibake_is_mended_by_line_and_nothing_else_is_touched():
    good = "“Fine” line’s ﬁ ligature &amp; ½ ｗｉｄｅ  … é\n"
    bad = "He said “we won’t pay”.\n".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    text, problems = decoded((good + bad).encode(), "x")
    assert text == good + "He said “we won’t pay”.\n"
    assert [p.code for p in problems] == ["mojibake-mended"]


def test_sound_text_with_odd_marks_is_left_alone():
    text = "Prices in São Paulo – Ã is a letter, â too; “A”…\n"
    assert decoded(text.encode(), "x") == (text, [])


@pytest.mark.parametrize(
    "raw",
    [
        "The mayor said “no” and the café closed.".encode() + b" \xff\xfe\xfd \x9d\x81 end",
        "Edda Ørsk closed the quay.".encode() + b" \xff\xfe \xfd\xfc \xc0\xaf",
        b"The quay is closed \x81\x8d\x90 and \xf0\x28 she said \xff\xfe. " * 20,
        b"The quay is closed \xff\xfe.",
        "Burmistrz powiedział, że most będzie zamknięty.".encode("cp1250"),
    ],
    ids=["after quotation marks", "after a letter", "much of it", "two bytes", "too little of a language"],
)
def test_without_strong_evidence_no_encoding_is_guessed(raw):
    text, problems = decoded(raw, "x")
    assert text == raw.decode("utf-8", "replace")
    assert [p.code for p in problems] == ["invalid-encoding"]


@pytest.mark.parametrize("text", ["Ørsk closes the quay at Ålesund", "It is 5° and costs £5, she said."])
def test_little_is_enough_for_western_letters_in_their_places(text):
    assert decoded(text.encode("latin-1"), "x")[0] == text


def test_another_script_is_guessed_from_enough_of_it():
    text = "Мэр города сказал, что мост будет закрыт до пятницы. Рабочие начали ремонт утром, и никто не пострадал."
    assert decoded(text.encode("cp1251"), "x")[0] == text


def test_the_charset_beside_the_bytes_goes_before_that_of_the_page():
    page = '<html><head><meta charset="koi8-r"></head><p>Łódź is closed.</p></html>'
    assert decoded(page.encode("iso8859-2"), "x", html=True, charset="ISO-8859-2")[0] == page


def test_text_that_is_utf8_is_read_so_whatever_was_said():
    assert decoded(SAID.encode(), "x", charset="windows-1250") == (SAID, [])


@pytest.mark.parametrize("charset", ["utf-16-be", "iso-2022-jp"])
def test_encodings_of_ascii_bytes_are_believed_where_their_marks_are_seen(charset):
    text = "日本の橋 is closed."
    assert decoded(text.encode(charset), "x", charset=charset) == (text, [])
    assert decoded(b"The bridge is closed.", "x", charset=charset) == ("The bridge is closed.", [])


@pytest.mark.parametrize("codec", ["hex", "zlib", "rot13", "idna", "punycode", "undefined", "unicode_escape", "utf-7"])
def test_a_codec_that_is_no_encoding_of_the_web_is_not_used(codec):
    page = (
        f'<html><head><meta charset="{codec}"></head><p>The \N{LATIN SMALL LETTER E WITH ACUTE}lite said so.</p></html>'
    )
    text, problems = decoded(page.encode("cp1252"), "x", html=True, charset=codec)
    assert text == page
    assert [problem.code for problem in problems] == ["encoding-guessed"]
