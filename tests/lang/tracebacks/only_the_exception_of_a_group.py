import traceback
class MyGroup(ExceptionGroup): pass
inner = ExceptionGroup('in\nside', [KeyError(2)])
inner.add_note('a\nnote')
group = MyGroup('a\nb', [ValueError(1), inner])
group.add_note('mine')
for show in (False, True):
    print(''.join(traceback.format_exception_only(group, show_group=show)))
print(''.join(traceback.TracebackException.from_exception(group).format_exception_only(show_group=True)))
print(''.join(traceback.TracebackException.from_exception(group).format_exception_only()))
traceback.print_exception(group)
