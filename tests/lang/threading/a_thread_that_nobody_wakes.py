import threading

event = threading.Event()
threading.Thread(target=event.wait).start()
print('main ends')
