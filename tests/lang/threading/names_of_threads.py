import threading


def work():
    print(threading.current_thread().name, threading.current_thread() is threading.main_thread())


class Worker(threading.Thread):
    def run(self):
        work()


threads = [threading.Thread(target=work), threading.Thread(target=work, name='named'), Worker(),
           threading.Thread(target=lambda: work()), threading.Thread(name='', target=work),
           Worker(name=7), threading.Timer(1, work)]
for thread in threads:
    print(thread.name, thread.daemon, thread.ident, thread.is_alive())
    thread.start()
for thread in threads:
    thread.join()
threads[0].name = 'renamed'
print(threads[0].name, threading.current_thread().name, threading.main_thread().name)
