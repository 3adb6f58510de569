"""The command `coroscope render`: which pictures it writes, and what it says to wrong wishes."""
import os
import pathlib
import subprocess
import sys
import tempfile

import picture

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ['COROSCOPE']
LESSON = 'scenarios/queues/producer_consumer.json'
DARK, LIGHT = (0x0C1019, 0x141A26, 0xFFB733), (0xECEEF2, 0xFFFFFF, 0xB86E00)


def render(*words):
    environment = {name: value for name, value in os.environ.items() if name != 'DISPLAY'}
    return subprocess.run([PROGRAM, 'render', *map(str, words)], cwd=ROOT, env=environment, text=True,
                          capture_output=True)


def render_one(folder, *words):
    out = pathlib.Path(folder, 'picture.png')
    done = render(LESSON, *words, '--out', out)
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return out.read_bytes(), picture.read_png(out)


def check_pictures_have_their_size_and_theme(folder):
    for size, theme, colours in ('1920x1080', 'dark', DARK), ('1280x720', 'light', LIGHT):
        _, seen = render_one(folder, '--step', 20, '--size', size, '--theme', theme)
        assert f'{seen.width}x{seen.height}' == size
        counts = seen.colours(0, 0, seen.width, seen.height)
        assert max(counts, key=counts.get) in colours[:2], 'the panels have another colour'
        for colour in colours:
            assert counts.get(colour, 0) > 500, f'{colour:06X} is not there in {theme}'


def check_steps_differ_and_repeat(folder):
    pictures = [render_one(folder, '--step', step, '--size', '960x540')[0] for step in (1, 2, 30, 30)]
    assert pictures[0] != pictures[1] != pictures[2]
    assert pictures[2] == pictures[3]


def check_times_are_moments_of_the_run(folder):
    first = render_one(folder, '--time', 6, '--size', '960x540')[0]
    assert first == render_one(folder, '--time', '5.5', '--size', '960x540')[0], 'the next record is at 6'
    assert first != render_one(folder, '--time', 3, '--size', '960x540')[0]


def check_moments_are_numbered(folder):
    out = pathlib.Path(folder, 'new', 'pictures')
    done = render(LESSON, '--moments', '--out-dir', out, '--size', '640x360')
    assert done.returncode == 0, done.stderr
    names = [pathlib.Path(line).name for line in done.stdout.splitlines()]
    assert names[0] == '01-start.png' and names[-1].endswith('-end.png'), names
    assert sorted(names) == sorted(path.name for path in out.iterdir())
    assert len(names) == 14
    assert len({path.read_bytes() for path in out.iterdir()}) == 14, 'two moments look the same'


def check_wrong_wishes_are_explained(folder):
    out = ('--out', pathlib.Path(folder, 'x.png'))
    cases = [
        (2, 'no theme "pink"', [LESSON, '--step', 1, '--theme', 'pink', *out]),
        (2, 'not "12"', [LESSON, '--step', 1, '--size', '12', *out]),
        (2, 'not "9999999x1"', [LESSON, '--step', 1, '--size', '9999999x1', *out]),
        (2, 'not "two"', [LESSON, '--step', 'two', *out]),
        (2, 'one of --step', [LESSON, *out]),
        (2, 'one of --step', [LESSON, '--step', 1, '--time', 1, *out]),
        (2, '--out X.png', [LESSON, '--step', 1]),
        (2, '--out-dir', [LESSON, '--moments', *out]),
        (1, 'has 99 steps', [LESSON, '--step', 100, *out]),
        (1, 'ends at 10.000 s', [LESSON, '--time', 11, *out]),
        (1, 'is not a level', ['tests/lessons/bad/level_unknown.json', '--step', 1, *out]),
        (1, 'No such file', [LESSON, '--step', 1, '--out', pathlib.Path(folder, 'no', 'x.png')]),
    ]
    for status, words, wish in cases:
        done = render(*wish)
        assert done.returncode == status, f'{wish}: {done.returncode}: {done.stderr}'
        assert words in done.stderr, f'{wish}: {done.stderr}'
        assert not pathlib.Path(folder, 'x.png').exists(), wish


def main():
    failed = 0
    for name, check in list(globals().items()):
        if not name.startswith('check_'):
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                check(folder)
                print('ok    ', name)
            except AssertionError as error:
                failed += 1
                print('failed', name, error)
    return 1 if failed else 0


sys.exit(main())
