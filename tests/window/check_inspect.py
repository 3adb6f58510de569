"""The inspector in a real window: whatever can be chosen on the stage opens, tells its history, and goes there."""
import sys

from driver import Window, checks_of, run_checks

LESSONS = {'scenarios/queues/producer_consumer.json': (60,), 'scenarios/locks/one_till.json': (14,),
           'scenarios/tasks/a_thread_for_slow_work.json': (12,),
           'scenarios/generators/two_way_street.json': (14, 37), 'scenarios/cancelling/who_asked.json': (18,)}


def go_to(w, step):
    """Backwards, where the lesson asks nothing on the way; once more where a busy machine lost a key."""
    for _ in range(3):
        w.ask('End')
        w.do('key', '--repeat', str(max(1, int(w.state['steps']) - step)), '--delay', '1', 'Left')
        while int(w.ask()[1]['step']) > step:
            w.ask('Left')
        if int(w.state['step']) == step:
            return
    raise AssertionError(f'step {step} cannot be reached: {w.state}')


def things(w):
    """All that the keys come to."""
    seen = []
    for number in range(40):
        chosen = w.ask('Tab' if number % 4 == 3 else 'Down')[1]['selected']
        if chosen != '0' and chosen not in seen:
            seen.append(chosen)
    return seen


def choose(w, thing):
    for number in range(80):
        if w.state['selected'] == thing:
            return
        w.ask('Tab' if number % 4 == 3 else 'Down')
    raise AssertionError(f'{thing} cannot be chosen any more: {w.state}')


def check_whatever_is_chosen_opens_and_goes_where_it_was_changed(display, folder):
    for lesson, steps in LESSONS.items():
        w = Window(display, lesson)
        w.expect('recorded')
        for step in steps:
            go_to(w, step)
            known = things(w)
            assert len(known) > 1, f'{lesson}, step {step}: what can be chosen is {known}: {w.state}'
            jumps = 0
            for thing in known:
                go_to(w, step)
                choose(w, thing)
                assert w.ask('Return')[1]['screen'] == 'inspect', f'{lesson}, step {step}: {thing} does not open'
                w.ask('Down')  # to something that is over
                jumps += w.ask('Return')[0][0]['done'] == 'yes'
                w.ask('Escape')
            assert jumps == len(known), f'{lesson}, step {step}: of {len(known)} things {jumps} have a history'
        w.close()


def check_a_frame_goes_to_the_lines_that_it_ran(display, folder):
    w = Window(display, 'tests/app/source/bakery.py')
    w.expect('recorded')
    go_to(w, 36)  # in price(2), which bake() called
    w.ask('Tab')
    w.ask('Down')
    assert w.ask('Return')[1]['screen'] == 'inspect'
    w.press('Down', 'down', done='yes')
    w.press('Return', 'enter', done='yes', step=35, record=0, screen='inspect')
    w.press('Return', 'enter', done='yes', step=34, record=0)
    w.close()


def check_a_value_opens_its_card_and_escape_comes_back(display, folder):
    w = Window(display, 'tests/app/values/pantry.py')
    w.expect('recorded')
    go_to(w, 22)  # the last line of count(), whose names are all bound
    w.ask('Tab')
    w.ask('Down')
    assert w.ask('Return')[1]['screen'] == 'inspect'  # main(), which has two locals
    w.ask('Tab', 'Tab')  # from its history by its fields to its frames
    w.press('Return', 'enter', done='no')  # the frame itself is what stands there
    w.press('Down', 'down', done='yes')
    for card in ('cellar', 'cellar.jars', 'cellar.jars[0]', 'cellar.jars[0].what'):
        w.press('Return', 'enter', done='yes', screen='inspect', step=22)
    w.press('Return', 'enter', done='no')  # there is nothing in a text
    for card in ('cellar.jars[0]', 'cellar.jars', 'cellar', 'main()'):
        w.press('Escape', 'close', done='yes', screen='inspect')
    w.press('Down', 'down', done='yes')  # the rows are those of the frame, and the chosen one is the same
    w.press('Down', 'down', done='no')
    w.press('Escape', 'close', done='yes', screen='stage')
    w.close()


def check_values_on_the_stage_are_chosen_by_key_and_open(display, folder):
    w = Window(display, 'tests/app/values/pantry.py')
    w.expect('recorded')
    go_to(w, 20)  # in count(): weights = {...}, first = Jar(...)
    w.press('q', 'value-next', done='yes', selected=0)
    w.press('q', 'value-next', done='yes')
    w.press('shift+q', 'value-previous', done='yes')
    w.press('Return', 'inspect', done='yes', screen='inspect', step=20)
    w.press('Return', 'enter', done='yes', screen='inspect')  # what is in it
    w.press('Escape', 'close', done='yes', screen='inspect')
    w.press('Escape', 'close', done='yes', screen='stage')
    w.press('Escape', 'close', done='yes', screen='stage')  # no value is chosen any more
    w.press('Escape', 'close', done='yes', screen='picker')
    w.close()


def check_of_many_items_the_next_ones_are_a_page_away(display, folder):
    w = Window(display, 'tests/app/values/larder.py')
    w.expect('recorded')
    go_to(w, 24)
    w.ask('Tab')
    w.ask('Down')
    assert w.ask('Return')[1]['screen'] == 'inspect'  # main()
    w.ask('Tab', 'Tab', 'Down')  # its first value: 450 numbers
    w.press('Return', 'enter', done='yes', screen='inspect')
    for page in range(2):
        w.do('key', '--repeat', '201', '--delay', '1', 'Down')
        w.press('Return', 'enter', done='yes', screen='inspect')
    w.press('Up', 'up', done='yes')  # "400 before"
    w.press('Return', 'enter', done='yes', screen='inspect')
    w.press('Escape', 'close', done='yes', screen='inspect')
    w.press('Escape', 'close', done='yes', screen='stage')
    w.close()


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
