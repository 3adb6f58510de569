"""The engine built with tiny limits (engine/base/tiny.h): each program gives its recorded answer, or
the message of a limit; never a crash, never anything else."""
import collections
import concurrent.futures
import json
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tests/oracle'))
import golden  # noqa: E402
from comparison import differences  # noqa: E402

ENGINE = pathlib.Path(os.environ['COROSCOPE_BUILD'], 'coroscope_tiny')
LIMITS = ('RecursionError', 'maximum recursion depth', 'MemoryError', 'more memory than', 'not enough memory',
          'nested too deeply', 'too deeply nested')
TELLS_ITS_LIMIT = 'sys.getrecursionlimit()'  # such a program rightly prints another number


def judge(program):
    """'usual', the limit that spoke, or what is wrong."""
    try:
        report = golden.engine_report(ENGINE, program)
    except golden.Failure as failure:
        text = str(failure)
        return next((word for word in LIMITS if word in text and 'Sanitizer' not in text), f'WRONG {text}')
    wrong = differences(golden.read_golden(program), report, program.name)
    if not wrong:
        return 'usual'
    if TELLS_ITS_LIMIT in program.read_text(encoding='utf-8'):
        return 'usual'
    text = json.dumps(report)
    return next((word for word in LIMITS if word in text), 'WRONG ' + '\n'.join(wrong[:6]))


def main():
    programs = golden.collect([pathlib.Path(p).resolve() for p in sys.argv[1:]])
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        verdicts = list(pool.map(judge, programs))
    counts = collections.Counter('WRONG' if v.startswith('WRONG') else v for v in verdicts)
    for program, verdict in zip(programs, verdicts):
        if verdict.startswith('WRONG'):
            print(f'{program}: {verdict}')
    print(f'{len(programs)} programs: ' + ', '.join(f'{n} {what}' for what, n in counts.most_common()))
    # Were nearly all of them stopped, the small tables would be tried by none.
    few = not sys.argv[1:] and counts['usual'] < len(programs) // 4
    return 1 if counts['WRONG'] or few else 0


if __name__ == '__main__':
    sys.exit(main())
