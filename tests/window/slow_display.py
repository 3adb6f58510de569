"""A display that is slow on one connection: what goes wrong only now and then with a fast one goes wrong with it always.

A program's windows live on its first connection; on X11, SDL wakes itself over a second one.
"""
import pathlib
import socket
import threading
import time

SOCKETS = pathlib.Path('/tmp/.X11-unix')
SLOW = 1  # the second connection


class SlowDisplay:
    """Stands before another display, under a name of its own, for one program."""

    def __init__(self, display, seconds):
        self.to, self.seconds, self.count = str(SOCKETS / f'X{display.name[1:]}'), seconds, 0
        self.folder, self.listener = display.folder, socket.socket(socket.AF_UNIX)
        for number in range(7000, 8000):  # far from those that servers take
            self.path = SOCKETS / f'X{number}'
            if not self.path.exists():
                break
        self.listener.bind(str(self.path))
        self.name = f':{number}'
        self.listener.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client = self.listener.accept()[0]
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self.to)
            slow = self.count == SLOW
            self.count += 1
            threading.Thread(target=self.carry, args=(client, server, slow), daemon=True).start()
            threading.Thread(target=self.carry, args=(server, client, False), daemon=True).start()

    def carry(self, come, go, slow):
        """The first words, which ask for the connection, are never held up."""
        begun = False
        try:
            while data := come.recv(1 << 16):
                if slow and begun:
                    time.sleep(self.seconds)
                begun = True
                go.sendall(data)
            go.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # one of both has gone

    def close(self):
        self.listener.close()
        self.path.unlink()
