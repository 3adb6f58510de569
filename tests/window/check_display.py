"""What a display does to a window that no person does: messages that come late, programs that are gone."""
import sys

import clipboard
from driver import LESSON, PATIENCE, Window, checks_of, run_checks
from slow_display import SlowDisplay


def check_the_program_ends_well_when_its_own_messages_come_late(display, folder):
    """A key wakes SDL by a message to its window, which may arrive when the window is gone."""
    slow = SlowDisplay(display, 0.3)
    try:
        w = Window(slow, LESSON, config=folder, placed=False)
        w.environment['DISPLAY'] = display.name  # a person's hands are as fast as ever
        w.expect('recorded')
        w.place()
        w.press('Right', 'step', step=1)
        w.listen(1.5)  # nothing moves any more: SDL sleeps, and wakes itself when a key comes
        w.press('ctrl+q', 'quit')
        assert w.process.wait(PATIENCE) == 0, f'exit status {w.process.returncode}: {"".join(w.errors)}'
        assert not w.errors, ''.join(w.errors)
    finally:
        slow.close()


def check_a_program_that_asks_for_the_clipboard_and_is_gone_does_no_harm(display, folder):
    w = Window(display, LESSON, config=folder)
    w.expect('recorded')
    w.press('End', 'end')
    w.press('ctrl+c', 'copy', done='yes')
    for _ in range(3):
        clipboard.ask_and_leave(display.name)
        assert w.ask()[1]['screen'] == 'stage'
    assert clipboard.read(display.name), 'what was copied is lost'
    w.close()


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
