"""What `why` answers about the lessons, compared with recorded answers in tests/app/why.

`COROSCOPE=... python3 tests/app/check_why.py record` writes them anew."""
import json
import os
import pathlib
import re
import subprocess
import sys

COROSCOPE = os.environ['COROSCOPE']
FOLDER = pathlib.Path('tests/app/why')
FIRST, SLEEPERS, QUEUE = ('scenarios/basics/first_coroutine.json',
                          'scenarios/tasks/three_sleepers.json',
                          'scenarios/queues/producer_consumer.json')
WORLD = 'tests/app/programs/waits_for_the_world.py'
QUESTIONS = {
    'the_first_coroutine_runs': (FIRST, '--step', '6', '--of', 'task:Task-1'),
    'the_first_coroutine_at_its_end': (FIRST, '--time', '2', '--of', 'Task-1'),
    'a_sleeper_waits_for_its_timer': (SLEEPERS, '--step', '15', '--of', 'task:Lion'),
    'a_sleeper_is_ready': (SLEEPERS, '--event', 'The wakeup of Bear', '--of', 'task:Bear'),
    'a_sleeper_is_done': (SLEEPERS, '--time', '3', '--of', 'task:Mouse'),
    'gather_waits_for_all': (SLEEPERS, '--time', '1', '--of', 'Task-1'),
    'a_task_has_not_run': (SLEEPERS, '--step', '8', '--of', 'task:Mouse'),
    'a_putter_waits_for_a_slot': (QUEUE, '--event', 'Task-2 (bake) waits', '--of', 'task#4'),
    'a_getter_waits_for_an_item': (QUEUE, '--event', 'Mia waits', '--of', 'task:Mia'),
    'a_queue_is_full': (QUEUE, '--step', '27', '--of', 'queue:shelf'),
    'in_spanish': (QUEUE, '--step', '41', '--of', 'task:Mia', '--language', 'es'),
    **{name: (WORLD, '--event', f'Task-1 (main) waits for {what}', '--of', 'task:Task-1')
       for name, what in {
           'stdin_is_read': 'data from stdin', 'a_host_is_read': 'data from echo.example:7',
           'a_name_is_looked_up': 'the answer to DNS', 'a_connection_is_made':
           'the connection to echo.example:7', 'a_connection_is_closed':
           'the closing of echo.example:7', 'a_process_writes': 'data from make all',
           'a_process_ends': 'the end of make all', 'a_request_is_answered':
           'the answer to GET', 'a_server_serves': 'the closing of server'}.items()},
    'stdin_is_read_in_spanish': (WORLD, '--time', '1', '--of', 'task:Task-1', '--language', 'es'),
    'a_request_is_answered_in_spanish': (WORLD, '--time', '3.8', '--of', 'task:Task-1',
                                         '--language', 'es'),
    'as_json': (QUEUE, '--step', '41', '--of', 'task:Mia', '--json'),
    'nobody_of_that_name': (QUEUE, '--step', '30', '--of', 'task:Mio'),
    'no_name_at_all': (SLEEPERS, '--step', '10'),
}


def run(*args):
    return subprocess.run([COROSCOPE, *args], capture_output=True, text=True, timeout=60)


def record_told_by(file, text):
    """The number of the first record whose sentence begins with the text."""
    for line in run('trace', file).stdout.splitlines():
        record = json.loads(line)
        if record['text'].startswith(text):
            return str(record['id'])
    return text


def ask(question):
    """Ids and numbers of records are left out: they say how much the library did before."""
    words = list(question)
    if '--event' in words and not words[words.index('--event') + 1].isdigit():
        at = words.index('--event') + 1
        words[at] = record_told_by(words[0], words[at])
    answer = run('why', *words)
    text = re.sub(r'"(id|event)": \d+', r'"\1": ...', answer.stdout + answer.stderr)
    return f'$ coroscope why {" ".join(question)}\n{text}', answer


def check_statuses():
    assert ask(QUESTIONS['nobody_of_that_name'])[1].returncode == 1
    for wrong in ((QUEUE, '--of', 'Mia'), (QUEUE, '--step', 'x', '--of', 'Mia'),
                  (QUEUE, '--step', '1', '--time', '1', '--of', 'Mia')):
        assert ask(wrong)[1].returncode == 2, wrong
    for beyond in ((QUEUE, '--step', '99999'), (QUEUE, '--time', '9999'), (QUEUE, '--event', '0')):
        answer = ask((*beyond, '--of', 'Mia'))[1]
        assert answer.returncode == 1 and 'there is no' in answer.stderr, beyond
    parsed = json.loads(ask(QUESTIONS['as_json'])[1].stdout)
    assert parsed['chain'][0]['kind'] == 'program.started'
    events = [link['event'] for link in parsed['chain']]
    assert events == sorted(events) and parsed['next']['event'] > events[-1]


def main():
    wrong = 0
    for name, question in QUESTIONS.items():
        path, text = FOLDER / f'{name}.txt', ask(question)[0]
        if sys.argv[1:] == ['record']:
            FOLDER.mkdir(exist_ok=True)
            path.write_text(text, encoding='utf-8')
        elif path.read_text(encoding='utf-8') != text:
            wrong += 1
            print(f'{path} differs; the answer is now\n{text}')
    check_statuses()
    print(f'{len(QUESTIONS)} answers, {wrong} wrong')
    return 1 if wrong else 0


sys.exit(main())
