"""What another program finds on the clipboard of a display: asked for as any program does, by a window of its own."""
import ctypes
import ctypes.util
import time

PATIENCE = 20
SELECTION_NOTIFY, ANY_TYPE, WHOLE = 31, 0, 0x1fffffff


class Notify(ctypes.Structure):
    """XSelectionEvent, as Xlib.h has it."""

    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('send_event', ctypes.c_int),
                ('display', ctypes.c_void_p), ('requestor', ctypes.c_ulong), ('selection', ctypes.c_ulong),
                ('target', ctypes.c_ulong), ('property', ctypes.c_ulong), ('time', ctypes.c_ulong)]


class Event(ctypes.Union):
    _fields_ = [('type', ctypes.c_int), ('notify', Notify), ('room', ctypes.c_long * 24)]


def xlib():
    x = ctypes.CDLL(ctypes.util.find_library('X11') or 'libX11.so.6')
    x.XOpenDisplay.restype = ctypes.c_void_p
    for name in 'XDefaultRootWindow', 'XCreateSimpleWindow', 'XInternAtom':
        getattr(x, name).restype = ctypes.c_ulong
    return x


def answer(x, display, window):
    """The property that holds what was asked for; 0: nobody has it."""
    event, end = Event(), time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while x.XPending(display):
            x.XNextEvent(display, ctypes.byref(event))
            if event.type == SELECTION_NOTIFY:
                return event.notify.property
        time.sleep(0.01)
    raise AssertionError('the owner of the clipboard does not answer')


def text_of(x, display, window, name):
    kind, form = ctypes.c_ulong(), ctypes.c_int()
    count, left, data = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_void_p()
    x.XGetWindowProperty(display, ctypes.c_ulong(window), ctypes.c_ulong(name), ctypes.c_long(0),
                         ctypes.c_long(WHOLE), 0, ctypes.c_ulong(ANY_TYPE), ctypes.byref(kind), ctypes.byref(form),
                         ctypes.byref(count), ctypes.byref(left), ctypes.byref(data))
    text = ctypes.string_at(data, count.value) if data else b''
    assert form.value == 8, f'no text is there, but units of {form.value} bits'
    return text.decode('utf-8')


def asked(display_name):
    """The library, the display, and a window that has asked for the text."""
    x = xlib()
    display = ctypes.c_void_p(x.XOpenDisplay(display_name.encode()))
    assert display, f'{display_name} cannot be opened'
    atom = lambda name: ctypes.c_ulong(x.XInternAtom(display, name, 0))
    root, zero = ctypes.c_ulong(x.XDefaultRootWindow(display)), ctypes.c_ulong(0)
    window = x.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, zero, zero)
    x.XConvertSelection(display, atom(b'CLIPBOARD'), atom(b'UTF8_STRING'), atom(b'TAKEN'), ctypes.c_ulong(window), zero)
    return x, display, window


def read(display_name):
    """The text; None where nothing was copied."""
    x, display, window = asked(display_name)
    try:
        name = answer(x, display, window)
        return text_of(x, display, window, name) if name else None
    finally:
        x.XCloseDisplay(display)


def ask_and_leave(display_name):
    """The window is gone before anybody can answer."""
    x, display, window = asked(display_name)
    x.XDestroyWindow(display, ctypes.c_ulong(window))
    x.XCloseDisplay(display)
