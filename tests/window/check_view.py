"""A lesson's view in a real window: it holds when the lesson is opened, a person's choice after that,
and neither comes into the settings that are kept."""
import json
import pathlib
import sys

from driver import Window, checks_of, run_checks

SOURCE, STAGE, OUTPUT, ALL = 1, 2, 4, 127  # as in model.h
FOOT = 96  # which no lesson asks for
TEXT = "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n"


def write_lesson(folder, name, **fields):
    lesson = pathlib.Path(folder, f'{name}.json')
    lesson.write_text(json.dumps({'format': 1, 'id': f'view/{name}', 'title': name, 'program': {'text': TEXT}}
                                 | fields))
    return lesson


def settings_of(config):
    kept = pathlib.Path(config, 'coroscope', 'settings')
    return kept.read_text() if kept.exists() else f'zoom 1\npanels {ALL}\n'


def open_file(w, path):
    w.press('ctrl+o', 'open-file', screen='files')
    w.do('type', str(path))
    w.expect('type', done='yes')
    w.listen(1)
    w.press('Return', 'enter', done='yes', screen='stage')


def check_a_view_holds_until_another_lesson_is_opened(display, folder):
    asks = {'panels': ['source', 'stage'], 'zoom': 1.25}
    first = write_lesson(folder, 'first', view=asks)
    second = write_lesson(folder, 'second')
    w = Window(display, first, config=folder)
    w.expect('recorded', zoom='1.25', panels=FOOT | SOURCE | STAGE)
    w.press('plus', 'zoom-in', zoom='1.5')
    w.press('3', 'panel-3', panels=FOOT | SOURCE | STAGE | OUTPUT)
    w.press('Escape', 'close', screen='picker', zoom='1')
    w.press('plus', 'zoom-in', zoom='1.125')  # of the list of lessons: the person's own
    w.press('minus', 'zoom-out', zoom='1')
    w.press('Return', 'enter', screen='stage', zoom='1.5', panels=FOOT | SOURCE | STAGE | OUTPUT)
    write_lesson(folder, 'first', view=asks, summary='Another sentence.')
    w.expect('file-changed', done='yes', zoom='1.5', panels=FOOT | SOURCE | STAGE | OUTPUT)
    write_lesson(folder, 'first', view=asks | {'zoom': 0.875}, summary='Another sentence.')
    w.expect('file-changed', done='yes', zoom='0.875', panels=FOOT | SOURCE | STAGE | OUTPUT)
    open_file(w, second)
    assert w.state['zoom'] == '1' and w.state['panels'] == str(ALL), w.state
    w.press('2', 'panel-2', panels=ALL - STAGE)
    open_file(w, first)
    assert w.state['zoom'] == '0.875' and w.state['panels'] == str(FOOT | SOURCE | STAGE), w.state
    w.close()
    kept = settings_of(folder)
    assert 'zoom 1\n' in kept and f'panels {ALL - STAGE - FOOT}\n' in kept, kept


def check_a_view_stands_on_what_the_person_likes(display, folder):
    config = pathlib.Path(folder, 'coroscope')
    config.mkdir()
    (config / 'settings').write_text('zoom 1.5\n')
    lesson = write_lesson(folder, 'first', view={'zoom': 1.25})
    w = Window(display, lesson, config=folder)
    w.expect('recorded', zoom='1.875', panels=ALL)
    w.press('j', 'projector', projector='yes', zoom='1.5', panels=FOOT | SOURCE | STAGE)
    w.press('j', 'projector', projector='no', zoom='1.875', panels=ALL)
    w.close()
    assert 'zoom 1.5\n' in settings_of(folder), settings_of(folder)


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
