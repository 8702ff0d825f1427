"""`rashomon claims|quotes|figures|documents|search`: what is told in an archive, page by page."""

from __future__ import annotations

from rashomon.present.cli import asking, options
from rashomon.present.cli.asking import AnswerFormat, Shapes, answer, asked, looking
from rashomon.present.cli.edge import Messages, edge

LIMIT = 20


def claims(
    words: asking.Words = None,
    *,
    party: asking.Party = None,
    voice: asking.Voice = None,
    outlet: asking.Outlet = None,
    status: asking.Status = None,
    standing: asking.Standing = None,
    code: asking.Code = None,
    story: asking.OfStory = None,
    since: asking.Since = None,
    until: asking.Until = None,
    limit: asking.Limit = LIMIT,
    before: asking.Before = None,
    form: asking.Form = AnswerFormat.TERMINAL,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Find claims in an archive: what is told, how it stands over all its reports, and who tells it how.

    Latest first, by when they were first told. WORDS are looked for in the claim: all of them, in their English forms;
    "beside each other" as written, in marks; harb* for a beginning; harbour OR port; field:value, the fields being
    party, actor, target, voice, outlet, status, standing, code, story, document, since and until.

    \b
    Examples:
      rashomon claims --standing disputed --since "this week"
      rashomon claims --status denied --voice Orsk
      rashomon claims 'expel*' --format json
      rashomon claims bridge -- -toll
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present import questions
        from rashomon.present.exports import tables
        from rashomon.present.exports.answers import claim_answer_row
        from rashomon.present.report import listed

        wanted = asked(
            words,
            since=since,
            until=until,
            party=party,
            voice=voice,
            outlet=outlet,
            status=status,
            standing=standing,
            code=code,
            story=story,
        )
        with looking(archive, settings) as view:
            page = questions.claims(view, wanted, limit=limit, before=before)
        shapes = Shapes(claim_answer_row, tables.claim_cells, tables.CLAIM_COLUMNS, listed.claims)
        answer(page, form, messages, what="claims", shapes=shapes)


def quotes(
    words: asking.Words = None,
    *,
    speaker: asking.Speaker = None,
    outlet: asking.Outlet = None,
    kind: asking.FormName = None,
    story: asking.OfStory = None,
    since: asking.Since = None,
    until: asking.Until = None,
    limit: asking.Limit = LIMIT,
    before: asking.Before = None,
    form: asking.Form = AnswerFormat.TERMINAL,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Find words said, with who said them and which report quotes them; latest first.

    WORDS are looked for in what was said, as for `rashomon claims`; the fields are speaker, outlet, form, story,
    document, since and until.

    \b
    Examples:
      rashomon quotes 'expel*'
      rashomon quotes --speaker Orsk --since 7d
      rashomon quotes '"swim home"' --format csv > said.csv
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present import questions
        from rashomon.present.exports import tables
        from rashomon.present.exports.answers import quotation_answer_row
        from rashomon.present.report import listed

        wanted = asked(words, since=since, until=until, speaker=speaker, outlet=outlet, form=kind, story=story)
        with looking(archive, settings) as view:
            page = questions.quotations(view, wanted, limit=limit, before=before)
        shapes = Shapes(quotation_answer_row, tables.quotation_cells, tables.QUOTE_COLUMNS, listed.quotations)
        answer(page, form, messages, what="quotations", shapes=shapes)


def figures(
    words: asking.Words = None,
    *,
    outlet: asking.Outlet = None,
    standing: asking.Standing = None,
    unit: asking.Unit = None,
    story: asking.OfStory = None,
    since: asking.Since = None,
    until: asking.Until = None,
    limit: asking.Limit = LIMIT,
    before: asking.Before = None,
    form: asking.Form = AnswerFormat.TERMINAL,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Find figures: what is counted, each value, and the reports that tell it; latest first.

    WORDS are looked for in what is counted and in the words of the values, as for `rashomon claims`; the fields are
    outlet, standing, unit, story, document, since and until.

    \b
    Examples:
      rashomon figures --standing disputed
      rashomon figures passengers --since 2031-05-01
      rashomon figures --unit percent --format json
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present import questions
        from rashomon.present.exports import tables
        from rashomon.present.exports.answers import figure_answer_row
        from rashomon.present.report import listed

        wanted = asked(words, since=since, until=until, outlet=outlet, standing=standing, unit=unit, story=story)
        with looking(archive, settings) as view:
            page = questions.figures(view, wanted, limit=limit, before=before)
        shapes = Shapes(figure_answer_row, tables.figure_cells, tables.FIGURE_COLUMNS, listed.figures)
        answer(page, form, messages, what="figures", shapes=shapes)


def documents(
    words: asking.Words = None,
    *,
    outlet: asking.Outlet = None,
    language: asking.Language = None,
    since: asking.Since = None,
    until: asking.Until = None,
    limit: asking.Limit = LIMIT,
    before: asking.Before = None,
    form: asking.Form = AnswerFormat.TERMINAL,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Find reports, each with the story it is in; latest first.

    WORDS are looked for in headline and text, as for `rashomon claims`; the fields are outlet, language, document,
    since and until.

    \b
    Examples:
      rashomon documents --outlet Courier --since yesterday
      rashomon documents '"harbour strike" OR walkout' --until 2031-05-01
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present import questions
        from rashomon.present.exports import tables
        from rashomon.present.exports.answers import document_answer_row
        from rashomon.present.report import listed

        wanted = asked(words, since=since, until=until, outlet=outlet, language=language)
        with looking(archive, settings) as view:
            page = questions.documents(view, wanted, limit=limit, before=before)
        shapes = Shapes(document_answer_row, tables.document_cells, tables.DOCUMENT_COLUMNS, listed.documents)
        answer(page, form, messages, what="documents", shapes=shapes)


def search(
    words: asking.Words = None,
    *,
    party: asking.Party = None,
    outlet: asking.Outlet = None,
    story: asking.OfStory = None,
    since: asking.Since = None,
    until: asking.Until = None,
    limit: asking.Limit = LIMIT,
    before: asking.Before = None,
    form: asking.Form = AnswerFormat.TERMINAL,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Look for words in claims, quotations and reports at once; latest first, with what was found marked.

    WORDS are as for `rashomon claims`. What cannot be asked by all the fields given is left out: reports have no party.

    \b
    Examples:
      rashomon search harbour strike
      rashomon search 'expel* OR deport*' --since "last month"
      rashomon search bridge --party Orsk --format json
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present import questions
        from rashomon.present.exports import tables
        from rashomon.present.exports.answers import hit_row
        from rashomon.present.report import listed

        wanted = asked(words, since=since, until=until, party=party, outlet=outlet, story=story)
        with looking(archive, settings) as view:
            page = questions.search(view, wanted, limit=limit, before=before)
        among = ", ".join(page.among)
        note = f"looked among {among} only" if len(page.among) < len(questions.AMONG) else None
        shapes = Shapes(hit_row, tables.hit_cells, tables.HIT_COLUMNS, listed.hits)
        answer(page, form, messages, what="claims, quotations or documents", shapes=shapes, note=note)
