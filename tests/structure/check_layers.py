"""Includes point one way: what each folder of engine/ and app/ may include."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# A folder includes its own rank and lower ones.
ENGINE = {'base': 0, 'object': 1, 'syntax': 2, 'compile': 2, 'vm': 3, 'aio': 4, 'lib': 5,
          'history': 6, 'api': 7}
APP = {'text': 0, 'draw': 0, 'lesson': 1, 'model': 1, 'layout': 2, 'anim': 3, 'scene': 4,
       'session': 5, 'input': 5,
       'platform': 6, 'keep': 6, 'window': 7, 'command': 8, 'main.c': 9}
SEES_ENGINE = {'lesson', 'model', 'session', 'command', 'main.c'}

# The engine has no clock, threads, environment or files of its own.
NOT_IN_ENGINE = {'time.h', 'sys/time.h', 'threads.h', 'pthread.h', 'unistd.h', 'fcntl.h', 'dirent.h',
                 'signal.h', 'locale.h', 'setjmp.h'}
CALLS_NOT_IN_ENGINE = re.compile(r'\b(fopen|freopen|getenv|system|setlocale|longjmp)\s*\(')
# Programs of their own that the build runs: they read what they pack.
PACKERS = 'engine/lib/pack_modules.c', 'engine/object/pack_unicode.c'
OWNERS = {'SDL': ('app', 'platform'), 'cJSON': ('app', 'lesson'), 'cmocka': ('tests', None)}


def house_of(first):
    return 'engine' if first in ENGINE else 'app' if first in APP else None


def check_library(path, house, folder):
    for name, (owner_house, owner_folder) in OWNERS.items():
        if name in path.split('/')[-1] and (house, folder) != (owner_house, owner_folder):
            yield f'{name} belongs to {owner_house}/{owner_folder or ""}'
    if house == 'engine' and path in NOT_IN_ENGINE:
        yield f'the engine does not use <{path}>'


def check_project(path, house, folder):
    first = path.split('/')[0]
    target = house_of(first)
    if target is None:
        yield f'"{path}" does not begin with a folder of engine/ or app/'
    elif house == target:
        ranks = ENGINE if house == 'engine' else APP
        if ranks[first] > ranks[folder]:
            yield f'{house}/{folder} is below {house}/{first} and may not include "{path}"'
    elif house == 'engine':
        yield f'the engine may not include the app\'s "{path}"'
    elif folder not in SEES_ENGINE:
        yield f'app/{folder} may not see the engine: "{path}"'
    elif first != 'api':
        yield f'the app sees only the engine\'s api/, not "{path}"'


def check_file(file, house, folder):
    for number, line in enumerate(file.read_text(encoding='utf-8').splitlines(), 1):
        match = INCLUDE.match(line)
        problems = []
        if match:
            check = check_library if match[1] == '<' else check_project
            problems = list(check(match[2], house, folder))
        elif house == 'engine' and CALLS_NOT_IN_ENGINE.search(line.split('/*')[0]) and file not in [ROOT / p for p in PACKERS]:
            problems = ['the engine does not do this']
        for problem in problems:
            yield f'{file.relative_to(ROOT)}:{number}: {problem}'


def main():
    problems, count = [], 0
    for house, ranks in (('engine', ENGINE), ('app', APP)):
        for file in sorted((ROOT / house).rglob('*.[ch]')):
            folder = file.relative_to(ROOT / house).parts[0]
            count += 1
            if folder in ranks:
                problems += check_file(file, house, folder)
            else:
                problems.append(f'{file.relative_to(ROOT)}: {house}/{folder} has no place in check_layers.py')
    print(*problems, sep='\n')
    print(f'{count} files, {len(problems)} problems')
    return 1 if problems or not count else 0


sys.exit(main())
