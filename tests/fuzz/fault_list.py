"""The small faults that the asyncio fuzzer has to find, each a change of one piece of text."""
import collections

Fault = collections.namedtuple('Fault', 'name file find put')

LOCKS = 'engine/lib/py/asyncio/locks.py'
QUEUES = 'engine/lib/py/asyncio/queues.py'
TASKS = 'engine/lib/py/asyncio/tasks.py'
GROUPS = 'engine/lib/py/asyncio/taskgroups.py'
TIMEOUTS = 'engine/lib/py/asyncio/timeouts.py'
TASK = 'engine/aio/aio_task.c'
CANCEL = 'engine/aio/aio_cancel.c'
LOOP = 'engine/aio/aio_loop.c'
TIMERS = 'engine/aio/aio_timers.c'

FAULTS = [Fault(*row) for row in (
    ('wakeups_go_to_the_head_of_the_queue', LOOP,
     '    incref(h);\n    if (loop->ready_tail) {',
     '    incref(h);\n'
     '    if (loop->ready_head && h->kind == HANDLE_WAKEUP) {\n'
     '        h->next = loop->ready_head;\n'
     '        loop->ready_head = h;\n'
     '    } else if (loop->ready_tail) {'),
    ('new_handles_run_in_the_same_iteration', LOOP,
     'loop->ready_count++;', 'loop->ready_count++, loop->todo += loop->phase == PHASE_RUN;'),
    ('equal_deadlines_fire_last_set_first', TIMERS,
     'a->handle->sequence < b->handle->sequence', 'a->handle->sequence > b->handle->sequence'),
    ('a_task_shares_the_context_of_its_maker', TASK,
     'incref(context) : aio_context_copy(e);', 'incref(context) : incref(aio_context_current(e));'),
    ('a_cancel_before_the_next_step_is_forgotten', CANCEL,
     't->must_cancel = 1;', 't->must_cancel = 0;'),
    ('the_message_of_a_cancel_is_lost', CANCEL,
     'message == e->none ? NULL : xincref(message)', 'message == e->none ? NULL : NULL'),
    ('a_cancelled_task_that_returns_is_done', TASK,
     '    if (t->must_cancel) {\n        t->must_cancel = 0;\n        end_event',
     '    if (t->must_cancel > 1) {\n        t->must_cancel = 0;\n        end_event'),
    ('a_semaphore_serves_the_last_comer_first', LOCKS,
     'for waiter in self._waiters or ():', 'for waiter in reversed(self._waiters or ()):'),
    ('a_cancelled_waiter_of_a_semaphore_keeps_its_permit', LOCKS,
     'self._value += 1  # the permit', 'pass  # the permit'),
    ('a_lock_is_not_passed_on_by_a_cancelled_waiter', LOCKS,
     'self._wake_up_first()  # the turn', 'pass  # the turn'),
    ('an_event_wakes_only_its_first_waiter', LOCKS,
     "self._happened('event.set')\n            for waiter in self._waiters:",
     "self._happened('event.set')\n            for waiter in list(self._waiters)[:1]:"),
    ('a_cancelled_waiter_of_a_condition_tells_nobody', LOCKS,
     'self._notify(1)\n            raise', 'raise'),
    ('a_barrier_opens_one_too_early', LOCKS,
     'if index + 1 == self._parties:', 'if index + 1 >= max(1, self._parties - 1):'),
    ('a_cancelled_getter_keeps_its_turn', QUEUES,
     '_wake_next(line)  # woken', 'pass  # woken'),
    ('a_timeout_does_not_uncancel', TIMEOUTS,
     'if self._task.uncancel() <= self._cancelling', 'if self._task.cancelling() <= self._cancelling + 1'),
    ('every_cancellation_in_a_timeout_is_its_own', TIMEOUTS,
     'self._task.uncancel() <= self._cancelling and', 'self._task.uncancel() < 99 and'),
    ('a_group_lets_the_others_run_when_one_fails', GROUPS,
     '            self._abort()\n            self._parent_cancel_requested = True',
     '            self._parent_cancel_requested = True'),
    ('a_group_does_not_uncancel_its_parent', GROUPS,
     'if self._parent_cancel_requested and self._parent_task.uncancel() == 0:',
     'if self._parent_cancel_requested:'),
    ('gather_gives_results_as_they_come', TASKS,
     'for child in children:\n                if child.cancelled():',
     'for child in reversed(children):\n                if child.cancelled():'),
    ('wait_returns_at_the_first_cancellation', TASKS,
     'not f.cancelled() and f.exception() is not None):',
     '(f.cancelled() or f.exception() is not None)):'),
    ('a_shield_is_let_go_by_nobody', TASKS,
     'inner.remove_done_callback(_inner_done_callback)', 'pass'),
    ('as_completed_gives_the_newest_first', TASKS,
     'self._done = queues.Queue()', 'self._done = queues.LifoQueue()'),
)]
