"""Lesson files that want to do harm, through every command that opens one: a clean message or a sound
result, in under 2 seconds of the processor, and nothing outside the lesson's folder is read or changed.

  check_hostile.py [WORD]   only the lessons whose name has this word, and tells what each command said

A build with sanitizers may take SLOWER times as long, as in check_budgets.py.
"""
import concurrent.futures
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from check_budgets import SECONDS, SLOWER, is_sanitized  # noqa: E402

PROGRAM = str(pathlib.Path(os.environ['COROSCOPE']).resolve())
SECRET = 'a stranger may not have this'
HANGS, MOST_TEXT = 300, 300000
GOOD = 'import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print("good")\n\nasyncio.run(main())\n'
COMMANDS = (['check'], ['run'], ['render', '--step', '1', '--out', '{out}/a.png'], ['handout', '--out', '{out}/a.html'],
            ['format'], ['transcript'], ['trace', '--out', '{out}/a.json'], ['report'])
DEEP = 100000


def lesson(**fields):
    whole = {'format': 1, 'id': 'x/y', 'title': 'T', 'program': {'file': 'good.py'}, **fields}
    return json.dumps({k: v for k, v in whole.items() if v is not None}, ensure_ascii=False).encode()


def raw(field, text):
    """A lesson with a field whose value is written out."""
    return lesson()[:-1] + f', "{field}": {text}}}'.encode()


def with_program(code, **fields):
    def make(folder):
        (folder / 'nasty.py').write_bytes(code if isinstance(code, bytes) else code.encode())
        return lesson(program={'file': 'nasty.py'}, **fields)
    return make


def with_file(make_file, name='nasty.py'):
    """The lesson's program is whatever make_file(path, outside) makes."""
    def make(folder):
        make_file(folder / name, folder.parent / 'outside')
        return lesson(program={'file': name})
    return make


def folder_that_links_out(folder):
    (folder / 'away').symlink_to('../outside')
    return lesson(program={'file': 'away/secret.py'})


def links_in_a_circle(path, _):
    path.symlink_to(path.name + '2')
    (path.parent / (path.name + '2')).symlink_to(path.name)


def huge(path, _):
    with open(path, 'wb') as file:
        file.truncate(100 << 20)


def lesson_as(make_file):
    """The lesson's own path is whatever make_file(path) makes."""
    def make(folder):
        make_file(folder / 'lesson.json')
    return make


def big_text(folder):
    with open(folder / 'lesson.json', 'wb') as file:
        file.write(lesson()[:-1] + b', "summary": "' + b'x' * (100 << 20) + b'"}')


def link_out(path):
    (path.parent.parent / 'outside/lesson.json').write_bytes(lesson(title='T' * 70, format=None))
    path.symlink_to('../outside/lesson.json')


def index_in_a_circle(folder):
    """Lessons that require each other, an index that names a file outside, and itself."""
    for name, other in (('a', 'b'), ('b', 'a')):
        (folder / f'{name}.json').write_bytes(lesson(id=f'x/{name}', requires=[f'x/{other}']))
    (folder / 'index.json').write_text(json.dumps({'format': 1, 'chapters': [{'number': 1, 'title': 'C', 'lessons': [
        'a.json', 'b.json', '../outside/secret.json', '/etc/passwd', 'index.json', 'lesson.json']}]}))
    return lesson(requires=['x/y', 'x/a'])


def pipe_beside(folder):
    os.mkfifo(folder / 'other.json')
    os.mkfifo(folder / 'index.json')
    os.mkfifo(folder / 'asyncio.py')
    return lesson()


def devices_beside(folder):
    (folder / 'other.json').symlink_to('/dev/zero')
    (folder / 'index.json').symlink_to('/dev/zero')
    return lesson()


def thousand_moments(selector):
    return lesson(moments=[{'at': selector, 'say': 'x' * 900}] * 500)


QUESTIONS = [{'at': {'line': 4}, 'ask': 'choice', 'prompt': 'x' * 300, 'choices': [
    {'text': 'a', 'correct': True}, {'text': 'b', 'because': 'c' * 200}]}] * 200
EDITS = [{'title': f'v{i}', 'source': {'find': 'sleep(1)', 'put': f'sleep({i}) or [0 for i in range(10**9)]'}}
         for i in range(6)]
LOOP = 'while True:\n    pass\n'

# Name: the lesson's bytes, or what makes them in a folder (None: it has made the file itself).
LESSONS = {
    'deep lists': raw('world', '[' * DEEP + ']' * DEEP),
    'deep lists that never end': b'[' * DEEP,
    'deep objects': raw('world', '{"a":' * DEEP + '1' + '}' * DEEP),
    'deep json in an answer': raw('world', '{"hosts": {"a:1": {"replies": [{"json": ' + '[' * 60 + ']' * 60 + '}]}}}'),
    'a number of 100,000 digits': raw('minutes', '9' * DEEP),
    'a number beyond all': raw('minutes', '1e999999999'),
    'a number next to nothing': raw('limits', '{"virtual_seconds": 1e-320}'),
    'a clock of thousands of years': with_program(GOOD.replace('1)', '10**11)'), limits={'virtual_seconds': 10**9}),
    'not a number': raw('minutes', 'NaN'),
    'the same key 20,000 times': b'{' + b'"format": 1,' * 20000 + lesson()[1:],
    'the same title in one language twice': raw('title', '{"en": "a", "en": "b", "es": "c"}'),
    'zero bytes': lesson().replace(b'"T"', b'"a\0b"'),
    'nothing but zero bytes': b'\0' * 5000,
    'zero bytes behind the end': lesson() + b'\0\0\0',
    'an escaped zero in a path': lesson(program={'file': 'good\0.py'}),
    'wrong UTF-8': lesson().replace(b'"T"', b'"\xff\xfe\xc0\xaf\xed\xa0\x80"'),
    'a cut character at the end': lesson()[:-2] + b'\xf0\x9f',
    'a mark of byte order': b'\xef\xbb\xbf' + lesson(),
    'two marks of byte order': b'\xef\xbb\xbf\xef\xbb\xbf' + lesson(),
    'UTF-16': lesson().decode().encode('utf-16'),
    'signs that turn the text around': lesson(title='\u202e\u2066\u200b\u0301' * 40),
    'an escape sequence of terminals': lesson(title='\u001b]0;owned\u0007\u001b[2J'),
    'a text with everything marked': lesson(moments=[{'at': {'end': True}, 'say': '==**`' * 180}]),
    'a program above the folder': lesson(program={'file': '../outside/secret.py'}),
    'a program far above the folder': lesson(program={'file': '../' * 500 + 'etc/passwd.py'}),
    'a program by its absolute path': lambda folder: lesson(program={'file': str(folder.parent / 'outside/secret.py')}),
    'a path of 5,000 characters': lesson(program={'file': 'a/' * 2500 + 'x.py'}),
    'a name of 300 characters': lesson(program={'file': 'a' * 300 + '.py'}),
    'a link out of the folder': with_file(lambda path, outside: path.symlink_to(outside / 'secret.py')),
    'a folder that links out': folder_that_links_out,
    'links in a circle': with_file(links_in_a_circle),
    'a device': with_file(lambda path, _: path.symlink_to('/dev/zero')),
    'a device by its path': lesson(program={'file': '/dev/stdin'}),
    'a pipe': with_file(lambda path, _: os.mkfifo(path)),
    'a folder for a program': with_file(lambda path, _: path.mkdir()),
    'a program of 100 MB': with_file(huge),
    'a program of zero bytes': with_program(b'\0' * 3000),
    'a program that cannot be read as text': with_program(b'# \xff\xfe\nprint(1)\n'),
    'a program of one long line': with_program('x = [' + '1, ' * 200000 + ']\n'),
    'a program of 100,000 lines': with_program('x = 1\n' * 100000),
    'a program of 3,000 brackets': with_program('x = ' + '(' * 3000 + ')' * 3000 + '\n'),
    'a lesson of 100 MB': lesson_as(lambda path: huge(path, None)),
    'a lesson with a text of 100 MB': big_text,
    'a lesson that is a device': lesson_as(lambda path: path.symlink_to('/dev/zero')),
    'a lesson that is a pipe': lesson_as(os.mkfifo),
    'a lesson that is a folder': lesson_as(lambda path: path.mkdir()),
    'a lesson that links out': lesson_as(link_out),
    'a lesson that links to itself': lesson_as(lambda path: path.symlink_to('lesson.json')),
    'pipes beside the lesson': pipe_beside,
    'devices beside the lesson': devices_beside,
    'lessons that require each other': index_in_a_circle,
    'thousands of required lessons': lesson(requires=[f'x/l{i}' for i in range(5000)]),
    'an identifier that is a path': lesson(id='../../.config/x'),
    'a title in the same language for ever': raw('title', '{' + ','.join(f'"{a}{b}": "x"' for a in 'abcdefgh' for b in
                                                                       'abcdefghijklmnopqrstuvwxyz') + '}'),
    'languages that are none': lesson(languages=['en', 'en', 'xx', '../en']),
    '500 moments that never come': thousand_moments({'time': 999999999}),
    '500 moments at the billionth time': thousand_moments({'source': 'print("good")', 'hit': 10**9}),
    'moments all over a long run': with_program('x = 0\nfor i in range(100000):\n    x += i\n', moments=[
        {'at': {'line': 3, 'hit': i * 9000 + 1}, 'say': 's'} for i in range(10)]),
    '200 questions': lesson(checkpoints=QUESTIONS),
    'variants that each take all they may': lesson(variants=EDITS),
    'a loop with all instructions it may ask for': with_program(LOOP, limits={'instructions': 10**12}),
    'tasks without an end and all limits': with_program(
        'import asyncio\n\nasync def f():\n    while True:\n        asyncio.create_task(f())\n        await asyncio.sleep(0)\n\n'
        'asyncio.run(f())\n', limits={'instructions': 10**12, 'memory_mib': 64}),
    'output without an end and all limits': with_program('while True:\n    print("x" * 1000)\n',
                                                         limits={'instructions': 10**12}),
    'a seed beyond all': raw('seed', '9' * 400),
    'a thousand answers of a host': lesson(world={'hosts': {f'h{i}:1': {'latency': 1e308} for i in range(1000)}}),
    'input before all time': lesson(stdin=[{'at': -1e308, 'text': 'x'}] * 1000),
    'nothing': b'',
    'one quotation mark': b'"',
}


def files_of(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob('*')) if path.is_file()}


def run(words, folder):
    """What came of one command, in a process of its own: so its own time can be told."""
    kept = {name: text for name, text in os.environ.items() if name == 'PATH' or name.endswith('SAN_OPTIONS')}
    env = {**kept, 'HOME': str(folder.parent), 'SECRET': SECRET, 'SDL_AUDIODRIVER': 'dummy'}
    process = subprocess.Popen([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, cwd=folder, env=env,
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (90, 90)))
    try:
        out, err = process.communicate(timeout=HANGS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return None, '', 'no end'
    return process.returncode, out.decode(errors='replace'), err.decode(errors='replace')


def timed(words, folder):
    """With the seconds of the processor: of a child of a child, since threads of this process have others."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        result = run(words, folder)
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        with os.fdopen(writer, 'w') as file:
            json.dump([*result, usage.ru_utime + usage.ru_stime], file)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as file:
        result = json.load(file)
    os.waitpid(child, 0)
    return result


def judge_command(command, folder, most):
    words = [word.format(out=folder.parent / 'out') for word in command]
    status, out, err, seconds = timed([words[0], 'lesson.json', *words[1:]], folder)
    said, faults = out + err, []
    if status not in (0, 1):
        faults.append(f'status {status}')
    if status == 1 and not said.strip():
        faults.append('says nothing')
    if 'Sanitizer' in said or 'runtime error:' in said:
        faults.append('a sanitizer speaks')
    if SECRET in said:
        faults.append('gives away the secret')
    if len(err) > MOST_TEXT:
        faults.append(f'says {len(err)} characters')
    if any(c < ' ' and c not in '\n\t' for c in err):
        faults.append('a control character in the message')
    if seconds > most:
        faults.append(f'takes {seconds:.1f} s')
    return faults, status, said, seconds


def check(name, top, most):
    """Faults of one lesson, by command."""
    base = top / str(list(LESSONS).index(name))
    folder, outside = base / 'lesson', base / 'outside'
    for path in (folder, outside, base / 'out'):
        path.mkdir(parents=True)
    (outside / 'secret.py').write_text(f'print("{SECRET}")\n')
    (outside / 'secret.json').write_bytes(lesson(title=SECRET))
    (folder / 'good.py').write_text(GOOD)
    data = LESSONS[name]
    data = data(folder) if callable(data) else data
    if data is not None:
        (folder / 'lesson.json').write_bytes(data)
    before, lines = files_of(outside), []
    for command in COMMANDS:
        faults, status, said, seconds = judge_command(command, folder, most)
        if files_of(outside) != before:
            faults.append('changes a file outside')
        if len(sys.argv) > 1:
            lines.append(f'{name}: {command[0]}: status {status}, {seconds:.2f} s: {said[:400]}')
        if faults:
            lines.append(f'FAIL {name}: {command[0]}: {"; ".join(faults)}: {said[-300:]}')
    # A folder with it is looked through too.
    status, out, err, seconds = timed(['check', '.'], folder)
    if status not in (0, 1) or seconds > 2 * most or SECRET in out + err:
        lines.append(f'FAIL {name}: check of the folder: status {status}, {seconds:.1f} s: {(out + err)[-300:]}')
    shutil.rmtree(base)
    return lines


def main():
    most = SECONDS * (SLOWER if is_sanitized() else 1)
    names = [name for name in LESSONS if not sys.argv[1:] or sys.argv[1] in name]
    top, bad = pathlib.Path(tempfile.mkdtemp(prefix='hostile-')).resolve(), 0
    try:
        with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
            for lines in pool.map(check, names, [top] * len(names), [most] * len(names)):
                print(*lines, sep='\n', end='\n' if lines else '', flush=True)
                bad += any(line.startswith('FAIL') for line in lines)
    finally:
        shutil.rmtree(top, ignore_errors=True)
    print(f'{len(names)} lessons through {len(COMMANDS)} commands: {bad} do harm')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
