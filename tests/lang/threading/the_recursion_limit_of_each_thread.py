import threading


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def work():
    try:
        deep(100000)
    except RecursionError as error:
        print(error)
    print(deep(500))


t = threading.Thread(target=work)
t.start()
t.join()
print(deep(500))
