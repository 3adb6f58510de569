"""`trace --format perfetto` writes what the trace-event format asks for: a strict reading."""
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

COROSCOPE = os.environ['COROSCOPE']
PROGRAMS = [*sorted(pathlib.Path('scenarios').glob('*/*.py')),
            *sorted(pathlib.Path('tests/aio/cancel').glob('*.py'))[:12],
            *sorted(pathlib.Path('tests/aio/deadlock').glob('*.py')),
            *sorted(pathlib.Path('tests/aio/errors').glob('*.py')),
            *sorted(pathlib.Path('tests/aio/thread_loop').glob('*.py')),
            *sorted(pathlib.Path('tests/aio/programs').glob('*.py'))[:12]]
NEEDS = {'X': ('ts', 'dur', 'name', 'cat'), 'i': ('ts', 's', 'name'), 'C': ('ts', 'name', 'args'),
         's': ('ts', 'id', 'name', 'cat'), 't': ('ts', 'id', 'name', 'cat'),
         'f': ('ts', 'id', 'name', 'cat', 'bp'), 'M': ('name', 'args')}


def run(*args):
    return subprocess.run([COROSCOPE, *map(str, args)], capture_output=True, text=True, timeout=60)


def check_fields(event):
    phase = event['ph']
    assert phase in NEEDS, f'unknown phase {phase}'
    for field in ('pid', 'tid', *NEEDS[phase]):
        assert field in event, f'{phase} without {field}: {event}'
    if phase != 'M':
        assert isinstance(event['ts'], (int, float)) and event['ts'] >= 0, event
    if phase == 'X':
        assert event['dur'] >= 0, event


def nanoseconds(microseconds):
    return round(microseconds * 1000)


def check_slices(track, slices):
    """On one track slices lie beside or inside each other, never across."""
    opened = []
    for s in slices:
        begin, end = nanoseconds(s['ts']), nanoseconds(s['ts']) + nanoseconds(s['dur'])
        while opened and opened[-1] <= begin:
            opened.pop()
        assert not opened or end <= opened[-1], f'{s["name"]} leaves its outer slice on {track}'
        opened.append(end)


def check_lines(trace, slices, source):
    """Lines lie inside what runs them, beside each other, and carry their text."""
    lines = source.splitlines()
    count = 0
    for track, of_track in slices.items():
        outer, end = [], 0
        for s in of_track:
            begin = nanoseconds(s['ts'])
            stop = begin + nanoseconds(s['dur'])
            if s['cat'] != 'line':
                outer.append((begin, stop))
                continue
            count += 1
            number = s['args']['line']
            text = lines[number - 1].strip()
            assert s['name'] == f'line {number}: {text}' or len(text) > 100, s
            assert begin >= end, f'{s["name"]} overlaps the line before it on {track}'
            assert any(a <= begin and stop <= b for a, b in outer), f'{s["name"]} hangs in the air'
            end = stop
    assert count, 'no line has a slice'


def check_flows(events, slices):
    flows = collections.defaultdict(list)
    for e in events:
        if e['ph'] in 'stf':
            flows[e['id']].append(e)
    for number, parts in flows.items():
        phases = ''.join(p['ph'] for p in parts)
        assert phases in ('sf', 'stf'), f'flow {number} goes {phases}'
        assert len({(p['name'], p['cat']) for p in parts}) == 1, f'flow {number} changes its name'
        for p in parts:
            # the viewer binds a flow to the slice that is open there
            inside = any(s['ts'] <= p['ts'] < s['ts'] + s['dur'] for s in slices[p['tid']])
            assert inside, f'{p["ph"]} of flow {number} lies in no slice of track {p["tid"]}'
    return len(flows)


def check_trace(program):
    records = [json.loads(line) for line in run('trace', program).stdout.splitlines()]
    trace = json.loads(run('trace', program, '--format', 'perfetto').stdout)
    events = trace['traceEvents']
    named = {e['tid'] for e in events if e['ph'] == 'M' and e['name'] == 'thread_name'}
    sorted_tracks = {e['tid'] for e in events if e['ph'] == 'M' and e['name'] == 'thread_sort_index'}
    assert named == sorted_tracks
    slices, last = collections.defaultdict(list), {}
    for e in events:
        check_fields(e)
        if e['ph'] == 'M':
            continue
        assert e['tid'] in named, f'a track without a name: {e["tid"]}'
        assert e['ts'] >= last.get(e['tid'], 0), f'time goes back on track {e["tid"]}: {e}'
        last[e['tid']] = e['ts']
        if e['ph'] == 'X':
            slices[e['tid']].append(e)
        if 'event' in e.get('args', {}):
            record = records[e['args']['event'] - 1]
            assert e['args']['t'] == record['time'], e
            assert e['ts'] >= record['time'] * 1e6 - 1e-3, f'drawn before its time: {e}'
    for track, of_track in slices.items():
        check_slices(track, of_track)
    check_lines(trace, slices, program.read_text(encoding='utf-8'))
    flows = check_flows(events, slices)
    kinds = collections.Counter(r['kind'] for r in records)
    assert flows >= kinds['handle.run'], f'{flows} flows for {kinds["handle.run"]} handles'
    handles = sum(s['cat'] == 'handle' for of_track in slices.values() for s in of_track)
    assert handles >= kinds['handle.run'], f'{handles} slices for {kinds["handle.run"]} handles'
    assert 'Virtual time' in trace['otherData']['time']
    for e in events:
        if e['ph'] == 'C':
            assert all(v >= 0 for v in e['args'].values()), e


def check_options():
    lesson = 'scenarios/tasks/three_sleepers.json'
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, 'trace.json')
        answer = run('trace', lesson, '--format', 'perfetto', '--out', out)
        assert answer.returncode == 0 and not answer.stdout, answer
        assert out.read_text(encoding='utf-8') == run('trace', lesson, '--format', 'perfetto').stdout
        answer = run('trace', lesson, '--out', pathlib.Path(folder, 'no', 'such', 'folder'))
        assert answer.returncode == 1 and 'cannot write' in answer.stderr, answer
    assert run('trace', lesson, '--format', 'json').stdout == run('trace', lesson).stdout
    answer = run('trace', lesson, '--format', 'perfeto')
    assert answer.returncode == 2 and 'json and perfetto' in answer.stderr, answer


def main():
    failed = 0
    for program in PROGRAMS:
        try:
            check_trace(program)
        except (AssertionError, KeyError, ValueError) as error:
            failed += 1
            print(f'{program}: {error!r}')
    check_options()
    print(f'{len(PROGRAMS)} traces, {failed} wrong')
    return 1 if failed else 0


sys.exit(main())
