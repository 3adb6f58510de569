"""A file that is dragged out of another program and dropped on a window: X11's protocol for that, from the other side."""
import ctypes
import pathlib
import time

import clipboard

PATIENCE = 20
CLIENT_MESSAGE, SELECTION_REQUEST, REPLACE = 33, 30, 0
VERSION = 5


class Message(ctypes.Structure):
    """XClientMessageEvent, as Xlib.h has it."""

    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('send_event', ctypes.c_int),
                ('display', ctypes.c_void_p), ('window', ctypes.c_ulong), ('kind', ctypes.c_ulong),
                ('format', ctypes.c_int), ('data', ctypes.c_long * 5)]


class Request(ctypes.Structure):
    """XSelectionRequestEvent."""

    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('send_event', ctypes.c_int),
                ('display', ctypes.c_void_p), ('owner', ctypes.c_ulong), ('requestor', ctypes.c_ulong),
                ('selection', ctypes.c_ulong), ('target', ctypes.c_ulong), ('property', ctypes.c_ulong),
                ('time', ctypes.c_ulong)]


class Event(ctypes.Union):
    _fields_ = [('type', ctypes.c_int), ('message', Message), ('request', Request), ('notify', clipboard.Notify),
                ('room', ctypes.c_long * 24)]


class Hand:
    """Holds the files over the window and lets them go."""

    def __init__(self, display_name, target, paths):
        self.x, self.target = clipboard.xlib(), ctypes.c_ulong(target)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(display_name.encode()))
        root, zero = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display)), ctypes.c_ulong(0)
        self.window = self.x.XCreateSimpleWindow(self.display, root, 0, 0, 1, 1, 0, zero, zero)
        self.text = ''.join(pathlib.Path(path).absolute().as_uri() + '\r\n' for path in paths).encode()

    def atom(self, name):
        return self.x.XInternAtom(self.display, name.encode(), 0)

    def tell(self, kind, *data):
        event = Event()
        event.message = Message(CLIENT_MESSAGE, 0, 1, self.display, self.target, self.atom(kind), 32,
                                (ctypes.c_long * 5)(self.window, *data))
        self.x.XSendEvent(self.display, self.target, 0, ctypes.c_long(0), ctypes.byref(event))
        self.x.XFlush(self.display)

    def answer(self, request):
        """Gives the names of the files to the one that takes them."""
        self.x.XChangeProperty(self.display, ctypes.c_ulong(request.requestor), ctypes.c_ulong(request.property),
                               ctypes.c_ulong(request.target), 8, REPLACE, self.text, len(self.text))
        event = Event()
        event.notify = clipboard.Notify(clipboard.SELECTION_NOTIFY, 0, 1, self.display, request.requestor,
                                        request.selection, request.target, request.property, request.time)
        self.x.XSendEvent(self.display, ctypes.c_ulong(request.requestor), 0, ctypes.c_long(0), ctypes.byref(event))
        self.x.XFlush(self.display)

    def until(self, kind):
        event, end, wanted = Event(), time.monotonic() + PATIENCE, self.atom(kind)
        while time.monotonic() < end:
            while self.x.XPending(self.display):
                self.x.XNextEvent(self.display, ctypes.byref(event))
                if event.type == SELECTION_REQUEST:
                    self.answer(event.request)
                if event.type == CLIENT_MESSAGE and event.message.kind == wanted:
                    return list(event.message.data)
            time.sleep(0.005)
        raise AssertionError(f'{kind} does not come')

    def drop(self, x, y):
        zero, source = ctypes.c_ulong(0), ctypes.c_ulong(self.window)
        self.x.XSetSelectionOwner(self.display, ctypes.c_ulong(self.atom('XdndSelection')), source, zero)
        self.tell('XdndEnter', VERSION << 24, self.atom('text/uri-list'), 0, 0)
        self.tell('XdndPosition', 0, x << 16 | y, 0, self.atom('XdndActionCopy'))
        assert self.until('XdndStatus')[1] & 1, 'the window takes no files'
        self.tell('XdndDrop', 0, 0, 0, 0)
        self.until('XdndFinished')
        self.x.XCloseDisplay(self.display)


def drop(w, *paths, x=900, y=500):
    """On a window of the driver's."""
    target = int(w.do('search', '--onlyvisible', '--name', 'Coroscope').split()[0])
    Hand(w.display.name, target, paths).drop(x, y)
