"""The top level holds the four houses, tests and a few files; no file names a machine's folders."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ALLOWED = {'app', 'engine', 'scenarios', 'assets', 'tests', 'CMakeLists.txt', 'README.md', 'LICENSE'}
# Home folders and the like; a path of a program's own text is fine.
MACHINE = re.compile(r'(?<![\w.])/(?:root|home/\w+|Users/\w+|work)/')


def files():
    """What git holds or would take; without git, all but the build folder."""
    try:
        listed = subprocess.run(['git', 'ls-files', '--cached', '--others', '--exclude-standard', '-z'],
                                cwd=ROOT, capture_output=True, text=True, check=True).stdout.split('\0')
    except (OSError, subprocess.CalledProcessError):
        paths = (path.relative_to(ROOT) for path in ROOT.rglob('*'))
        listed = [str(path) for path in paths if path.parts[0] not in ('build', '.git')]
    return [name for name in listed if name and (ROOT / name).is_file()]


def main():
    names, problems = files(), []
    for name in names:
        top = name.split('/')[0]
        if top not in ALLOWED and not top.startswith('.'):
            problems.append(f'{name}: {top} does not belong on the top level')
        try:
            text = (ROOT / name).read_text(encoding='utf-8')
        except UnicodeDecodeError:
            continue
        if name != 'tests/structure/check_toplevel.py':
            problems += [f'{name}:{i}: a folder of one machine' for i, line in enumerate(text.split('\n'), 1)
                         if MACHINE.search(line)]
    print(*problems, sep='\n')
    print(f'{len(names)} files, {len(problems)} problems')
    return 1 if problems else 0


sys.exit(main())
